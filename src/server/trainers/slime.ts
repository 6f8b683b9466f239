import type { Prompt } from "../../core/index.js";
import { conversation } from "./conversation-schema.js";
import type { TrainerRoute } from "./trainer-route.js";

interface Request {
  readonly prompt: Prompt;
  readonly response: string;
  readonly label: unknown;
}

/** The remote reward model of slime (`--rm-type remote_rm --rm-url`), which wants a bare number. */
export const slime: TrainerRoute<Request> = {
  method: "POST",
  path: "/slime/:reward",
  body: {
    type: "object",
    required: ["prompt", "response"],
    properties: { prompt: { anyOf: [{ type: "string" }, conversation] }, response: { type: "string" } },
  },
  handle: async ({ prompt, response, label }, { reward, score, noneValue }): Promise<number> => {
    const [scored] = await score(reward, [{ completion: response, prompt, label: label ?? null }]);
    return scored?.score ?? noneValue;
  },
};
