import { thinkingSchema } from "../answers/index.js";
import { RewardError, type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import {
  type ConnectionOptions,
  connectionOptions,
  type Endpoint,
  endpointOf,
  httpUrl,
  jsonPoster,
  secretFromEnvironment,
} from "../http/index.js";
import {
  batchMemory,
  type Criterion,
  type Evidence,
  isOpener,
  judgeMessages,
  leastScore,
  openChat,
  RESPONSE_FORMATS,
  type ResponseFormat,
  type Rubric,
  verdictReader,
  verdictSchema,
} from "../judge/index.js";
import { answerPart, type ThinkingMode, withoutUnseen } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link llmJudge}. */
export interface LlmJudgeOptions extends ConnectionOptions {
  /** The choices of another system. */
  readonly preset?: "verifiers";
  /** The model that judges, as the server names it. */
  readonly model: string;
  /** Where the server's OpenAI API begins. @default "https://api.openai.com/v1" */
  readonly baseUrl?: string;
  /** The environment variable that holds the API key. By default `OPENAI_API_KEY` for OpenAI's server, none for another. */
  readonly apiKeyEnv?: string;
  /** The only criterion, where there is no rubric. */
  readonly question?: string;
  /** The criteria, with their weights. */
  readonly rubric?: readonly Criterion[];
  /** The greatest grade of a criterion; 1 asks for yes or no. @default 10 */
  readonly scale?: number;
  /** `null` leaves it to the server. @default 0 */
  readonly temperature?: number | null;
  /** How many tokens the verdict may take; `null` leaves it to the server. @default 1024 */
  readonly maxTokens?: number | null;
  /** Further fields of the request, such as `reasoning_effort`. @default {} */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /** The form of the reply that is asked for first. @default "json_schema" */
  readonly responseFormat?: ResponseFormat;
  /** A longer text is cut in its middle, in UTF-16 units. @default 24000 */
  readonly maxLength?: number;
  /** Where the thinking ends, which the judge does not see. @default "auto" */
  readonly thinking?: ThinkingMode;
}

/** The columns of {@link llmJudge}. */
export interface JudgeColumns {
  /** What the judge takes for right: a text, or any JSON value. */
  readonly reference?: unknown;
}

const OPENAI_URL = "https://api.openai.com/v1";
const QUESTION =
  "Does the COMPLETION answer the PROMPT correctly, and as the REFERENCE does where there is one?";

function rubricOf({ question, rubric, scale = 10 }: LlmJudgeOptions): Rubric {
  if (question !== undefined && rubric !== undefined) {
    throw new RewardError("bad_options", "llm_judge takes either a question or a rubric.");
  }
  const criteria = rubric ?? [{ criterion: question ?? QUESTION }];
  if (criteria.some(({ weight = 1 }) => weight !== 0)) return { criteria, scale };
  throw new RewardError("bad_options", "The rubric of llm_judge needs a weight that is not 0.");
}

function endpointOfJudge(options: LlmJudgeOptions): Endpoint {
  const { baseUrl = OPENAI_URL, apiKeyEnv } = options;
  const url = httpUrl("baseUrl", baseUrl);
  url.pathname = url.pathname.endsWith("/")
    ? `${url.pathname}chat/completions`
    : `${url.pathname}/chat/completions`;
  const endpoint = endpointOf(url, options);
  // OpenAI's key is nobody else's: another server gets the one that is named for it.
  const variable = apiKeyEnv ?? (baseUrl === OPENAI_URL ? "OPENAI_API_KEY" : undefined);
  if (variable === undefined) return endpoint;
  const authorization = `Bearer ${secretFromEnvironment(variable)}`;
  return { ...endpoint, headers: { authorization, ...endpoint.headers } };
}

function requestBody({ model, temperature = 0, maxTokens = 1024, extraBody }: LlmJudgeOptions): object {
  return {
    model,
    ...(temperature !== null && { temperature }),
    ...(maxTokens !== null && { max_tokens: maxTokens }),
    ...extraBody,
  };
}

const failure = (reason: string): RewardResult => ({
  score: null,
  verdict: undetermined("system", `judge_${reason}`),
});

/** Asks the judge about one completion. Never rejects. */
type Ask = (evidence: Evidence, signal: AbortSignal) => Promise<RewardResult>;

function createAsk(options: LlmJudgeOptions, rubric: Rubric): Ask {
  const { responseFormat = "json_schema", maxLength = 24_000 } = options;
  const chat = openChat(jsonPoster(endpointOfJudge(options)), {
    body: { ...requestBody(options) },
    schema: verdictSchema(rubric),
    responseFormat,
  });
  const read = verdictReader(rubric);
  return async (evidence, signal) => {
    const reply = await chat(await judgeMessages(rubric, evidence, maxLength), signal);
    if ("fault" in reply) return failure(reply.fault);
    const judgement = read(reply.text);
    return judgement === null
      ? failure("bad_verdict")
      : { score: judgement.score, extra: { reasoning: judgement.reasoning } };
  };
}

/** The part of a completion that is judged; `null` if there is none, or nothing in it. */
function judgedPart(text: string, thinking: ThinkingMode): string | null {
  const part = answerPart(text, thinking);
  const answer = part === null ? "" : text.slice(part.start, part.end).trim();
  return withoutUnseen(answer).trim() === "" ? null : answer;
}

function referenceText(reference: unknown): string | null {
  if (reference === undefined || reference === null || reference === "") return null;
  return typeof reference === "string" ? reference : JSON.stringify(reference);
}

function createJudge(options: LlmJudgeOptions): RolloutReward<JudgeColumns>["score"] {
  const rubric = rubricOf(options);
  const ask = createAsk(options, rubric);
  const least: RewardResult = {
    score: leastScore(rubric),
    verdict: undetermined("candidate", "no_answer"),
  };
  const once = batchMemory(({ score }: RewardResult) => score !== null);
  return ({ task, completion }, { signal }) => {
    const judged = judgedPart(completion.text, options.thinking ?? "auto");
    const reference = referenceText(task.columns.reference);
    if (judged === null || (isOpener(judged) && (reference === null || !isOpener(reference)))) return least;
    const evidence: Evidence = { prompt: task.prompt ?? null, reference, completion: judged };
    return once(signal, JSON.stringify(evidence), () => ask(evidence, signal));
  };
}

/**
 * What a language model makes of the completion's answer: the sum of weight times grade over the sum of the weights'
 * magnitudes, each grade from 0 to 1. Range 0 to 1; a negative weight lowers the least score below 0.
 *
 * The model is asked over any server that speaks the OpenAI chat API, and sees the prompt, the column `reference`
 * where there is one, and the completion without its thinking. These texts stand between lines that no author can
 * write, without chat tokens and unseen characters. Only a reply that is one JSON verdict counts. A completion without
 * an answer earns the least score unasked, and so does the mere beginning of one, such as "Solution:", for which judges
 * are known to give full marks (arXiv:2507.08794). What fails (the server, its time limit, a reply of another form) is
 * `null` with the status `system:judge_<reason>`, never a number.
 *
 * Equal completions of a scoring call are judged once. Logs the judge's `reasoning`.
 *
 * `JudgeRubric` of verifiers; `LMJudgeVerifier` and `RubricVerifier` of open-instruct; Rubrics as Rewards
 * (arXiv:2507.17746).
 *
 * @throws {RewardError} `bad_options` for a question beside a rubric, an address that is not http or https, or an
 *   environment variable that is not set
 */
export const llmJudge: RewardFactory<RolloutReward<JudgeColumns>, LlmJudgeOptions> = defineReward({
  name: "llm_judge",
  summary:
    "What a language model makes of the answer, by a question or by the weighted criteria of a rubric.",
  family: "judges",
  source:
    "verifiers (JudgeRubric); open-instruct (LMJudgeVerifier, RubricVerifier); Rubrics as Rewards (arXiv:2507.17746).",
  range: ({ rubric }: LlmJudgeOptions) => {
    const least = rubric === undefined ? 0 : leastScore({ criteria: rubric, scale: 1 });
    return [least, least + 1];
  },
  optionalColumns: ["prompt", "reference"],
  extra: ["reasoning"],
  boundsItself: true,
  options: {
    model: { type: "string", minLength: 1, description: "The model that judges, as the server names it." },
    baseUrl: {
      type: "string",
      default: OPENAI_URL,
      description: "Where the server's OpenAI API begins.",
    },
    apiKeyEnv: {
      type: "string",
      minLength: 1,
      description:
        "The environment variable that holds the API key; without it OPENAI_API_KEY for OpenAI's server, and none for another.",
    },
    question: {
      type: "string",
      minLength: 1,
      description: "The only criterion, where there is no rubric; without it, whether the answer is correct.",
    },
    rubric: {
      type: "array",
      minItems: 1,
      maxItems: 50,
      items: {
        type: "object",
        properties: { criterion: { type: "string", minLength: 1 }, weight: { type: "number" } },
        required: ["criterion"],
        additionalProperties: false,
      },
      description: "The criteria; a weight is 1 by default, and negative for what should not be.",
    },
    scale: {
      type: "integer",
      minimum: 1,
      maximum: 100,
      default: 10,
      description: "The greatest grade of a criterion; 1 asks for yes or no.",
    },
    temperature: {
      type: ["number", "null"],
      minimum: 0,
      maximum: 2,
      default: 0,
      description: "The temperature of the judge; null leaves it to the server.",
    },
    maxTokens: {
      type: ["integer", "null"],
      minimum: 1,
      default: 1024,
      description: "How many tokens the verdict may take; null leaves it to the server.",
    },
    extraBody: {
      type: "object",
      default: {},
      description: "Further fields of the request, such as reasoning_effort.",
    },
    responseFormat: {
      enum: [...RESPONSE_FORMATS],
      default: "json_schema",
      description:
        "The form of the reply that is asked for first; a server that refuses it is asked for the next.",
    },
    maxLength: {
      type: "integer",
      minimum: 100,
      default: 24_000,
      description: "A longer text is cut in its middle, in UTF-16 units.",
    },
    thinking: thinkingSchema("Where the thinking ends, which the judge does not see."),
    ...connectionOptions,
  },
  requiredOptions: ["model"],
  presets: {
    verifiers: {
      scale: 1,
      question: "Does the final answer of the COMPLETION equal the REFERENCE?",
    },
  },
  rollout: (options: LlmJudgeOptions) => createJudge(options),
});
