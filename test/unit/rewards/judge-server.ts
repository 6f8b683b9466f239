import { expect } from "vitest";
import type { RewardResult } from "../../../src/index.js";
import { type GroupInput, llmJudge, type LlmJudgeOptions, scoreGroups } from "../../../src/index.js";
import { type Answer, type LocalServer, type Received, serveLocally } from "../http/local-server.js";

/** The request of a judge, as its server gets it. */
export interface JudgeRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
}

export const requestOf = ({ body }: Received): JudgeRequest => body as JudgeRequest;

/** The message with the texts. */
export const quotedIn = (request: Received | undefined): string =>
  (request && requestOf(request).messages[1]?.content) ?? "";

/** A reply of the OpenAI chat API. */
export const says = (content: unknown, rest: object = {}): Answer => ({
  json: { choices: [{ message: { role: "assistant", content }, finish_reason: "stop", ...rest }] },
});

/** A verdict by a rubric, in the order of its criteria. */
export const grades = (...given: readonly number[]): Answer => {
  const scores = Object.fromEntries(given.map((grade, i) => [`criterion_${i + 1}`, grade]));
  return says(JSON.stringify({ reasoning: "so", scores }));
};

interface Judged {
  readonly results: readonly RewardResult[];
  readonly extra: unknown;
  readonly received: LocalServer["received"];
  readonly mostAtOnce: number;
}

/** Judges a group by a server that answers so. */
export async function judgeWith(
  answer: (request: Received, index: number) => Answer | Promise<Answer>,
  input: string | GroupInput<{ reference?: unknown }>,
  options: Partial<LlmJudgeOptions> = {},
): Promise<Judged> {
  await using server = await serveLocally(answer);
  const reward = llmJudge({ model: "judge", baseUrl: `${server.url}/v1`, retries: 0, ...options });
  const group = typeof input === "string" ? { completions: [input] } : input;
  const { scores, verdicts, extra } = await scoreGroups([group], reward);
  const verdict = verdicts.llm_judge?.[0] ?? [];
  const results = (scores.llm_judge?.[0] ?? []).map((score, i): RewardResult => {
    const given = verdict[i];
    return { score, ...(given && { verdict: given }) };
  });
  expect(results).toHaveLength(group.completions.length);
  return { results, extra: extra["llm_judge.reasoning"]?.[0], ...server, mostAtOnce: server.mostAtOnce() };
}
