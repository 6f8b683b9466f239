import { RewardError } from "../../core/index.js";
import { MAX_COMPLETIONS } from "../protocol.js";
import type { ScoredSample } from "./score-samples.js";
import type { TrainerRoute } from "./trainer-route.js";

interface Request {
  /** Prompt and response as one text, special tokens kept. */
  readonly query: readonly string[];
  readonly prompts: readonly string[];
  readonly labels: readonly unknown[];
}

interface Reply {
  readonly rewards: readonly (number | null)[];
  /** From 0 to 1: what OpenRLHF filters groups by. */
  readonly scores: readonly (number | null)[];
  readonly extra_logs: Readonly<Record<string, readonly number[]>>;
}

const texts = { type: "array", items: { type: "string" }, maxItems: MAX_COMPLETIONS };

/** What follows the prompt: a tokenizer may have put its own mark before it. */
function responseOf(query: string, prompt: string, row: number): string {
  const at = query.startsWith(prompt) ? 0 : query.slice(0, prompt.length + 64).indexOf(prompt);
  if (at >= 0) return query.slice(at + prompt.length);
  throw new RewardError(
    "bad_input",
    `query[${row}] does not begin with prompts[${row}], so that it is unknown where the response starts.`,
  );
}

/** Numbers alone, and the same names for each request: what is no number is 0. */
function logs(samples: readonly ScoredSample[]): Record<string, number[]> {
  const names = Object.keys(samples[0]?.extra ?? {});
  const numeric = names.filter((name) => samples.every(({ extra }) => typeof extra[name] !== "string"));
  return {
    undetermined: samples.map(({ score }) => Number(score === null)),
    ...Object.fromEntries(numeric.map((name) => [name, samples.map(({ extra }) => Number(extra[name]))])),
  };
}

/** The remote reward model of OpenRLHF (`--reward.remote_url`, once `--remote_rm_url`). */
export const openRlhf: TrainerRoute<Request> = {
  method: "POST",
  path: "/openrlhf/:reward",
  body: {
    type: "object",
    required: ["query", "prompts", "labels"],
    properties: { query: texts, prompts: texts, labels: { type: "array" } },
  },
  handle: async ({ query, prompts, labels }, { reward, score, noneValue }): Promise<Reply> => {
    if (query.length !== prompts.length || query.length !== labels.length) {
      throw new RewardError(
        "bad_input",
        `query has ${query.length} entries, prompts ${prompts.length} and labels ${labels.length}; send one each per sample.`,
      );
    }
    const samples = query.map((text, row) => ({
      completion: responseOf(text, prompts[row] ?? "", row),
      prompt: prompts[row] ?? "",
      label: labels[row],
    }));
    const scored = await score(reward, samples);
    return {
      rewards: scored.map((sample) => sample.score ?? noneValue),
      scores: scored.map(({ fraction }) => fraction ?? 0),
      extra_logs: logs(scored),
    };
  },
};
