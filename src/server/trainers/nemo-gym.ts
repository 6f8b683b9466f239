import type { Message, Prompt } from "../../core/index.js";
import type { JsonSchema } from "../../schema/index.js";
import type { ScoredSample } from "./score-samples.js";
import type { TrainerRoute } from "./trainer-route.js";

/** An item of a conversation in OpenAI's Responses API. */
interface ResponseItem {
  readonly type?: string;
  readonly role?: string;
  readonly content?: string | readonly { readonly text?: string }[];
  readonly summary?: readonly { readonly text?: string }[];
  readonly name?: string;
  readonly arguments?: string;
}

interface Request {
  readonly responses_create_params: { readonly input?: string | readonly ResponseItem[] };
  readonly response: { readonly output: readonly ResponseItem[] };
}

type Task = Readonly<Record<string, unknown>>;

/** What data sets of NeMo Gym call the reference answer. */
const ANSWER_FIELDS = ["solution", "expected_answer", "answer", "ground_truth", "label"];

const textOf = (parts: ResponseItem["content"] | ResponseItem["summary"]): string =>
  typeof parts === "string" ? parts : (parts ?? []).map(({ text = "" }) => text).join("");

function messageOf({ type, role = "assistant", content, name = "", arguments: args }: ResponseItem): Message {
  return type === "function_call"
    ? { role: "assistant", content: null, tool_calls: [{ function: { name, arguments: args } }] }
    : { role: type === "function_call_output" ? "tool" : role, content: textOf(content) };
}

/** The turns that were sampled; a reasoning item is the thinking of the message after it. */
function turnsOf(output: readonly ResponseItem[]): Message[] {
  const turns: Message[] = [];
  let thinking = "";
  for (const item of output) {
    if (item.type === "reasoning") {
      thinking += textOf(item.summary?.length ? item.summary : item.content);
      continue;
    }
    const turn = messageOf(item);
    const opened = thinking === "" ? "" : `<think>\n${thinking}\n</think>\n`;
    turns.push(typeof turn.content === "string" ? { ...turn, content: opened + turn.content } : turn);
    thinking = "";
  }
  return turns;
}

function promptOf(input: string | readonly ResponseItem[] | undefined): Prompt | undefined {
  return typeof input === "string" ? input : input?.map(messageOf);
}

/** What a score that is none means there: a sample that the trainer leaves out. */
function validityOf({ score, status }: ScoredSample): object {
  return score === null ? { mask_sample: true, failure_reason: status } : {};
}

const numbers = (values: ScoredSample["extra"]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

const objects: JsonSchema = { type: "array", items: { type: "object" } };
const items: JsonSchema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      content: { anyOf: [{ type: "string" }, { type: "null" }, objects] },
      summary: { anyOf: [{ type: "null" }, objects] },
    },
  },
};

/** Scores one rollout: the body comes back with its `reward`, and with the reward's own numbers as metrics. */
export const verify: TrainerRoute<Request & Task> = {
  method: "POST",
  path: "/verify",
  body: {
    type: "object",
    required: ["responses_create_params", "response"],
    properties: {
      responses_create_params: {
        type: "object",
        properties: { input: { anyOf: [{ type: "string" }, items] } },
      },
      response: { type: "object", required: ["output"], properties: { output: items } },
    },
  },
  handle: async (body, { reward, score, noneValue }): Promise<object> => {
    const { responses_create_params: asked, response, ...task } = body;
    const label = ANSWER_FIELDS.map((field) => (task as Task)[field]).find((value) => value !== undefined);
    const prompt = promptOf(asked.input);
    const [scored] = await score(reward, [
      {
        completion: turnsOf(response.output),
        ...(prompt && { prompt }),
        label: label ?? null,
        columns: task,
      },
    ]);
    if (scored === undefined) throw new Error("one sample has one score");
    const value = scored.score ?? noneValue;
    return {
      ...body,
      ...numbers(scored.extra),
      reward: value,
      reward_components: { [reward]: value },
      ...validityOf(scored),
    };
  },
};

/** Nothing is kept between requests: a session needs no seed. */
export const seedSession: TrainerRoute = {
  method: "POST",
  path: "/seed_session",
  handle: () => ({}),
};

/** A rollout may be verified again, and gets the same reward. */
export const reverifyMode: TrainerRoute = {
  method: "GET",
  path: "/reverify_mode",
  handle: () => "stateless",
};
