import pLimit from "p-limit";
import type { Outcome, Question, VerifierItem } from "../../../testing/index.js";
import { TargetFailure } from "../target-failure.js";
import type { IsolatedTarget } from "./isolated-target.js";

export interface UrlTargetOptions {
  readonly url: string;
  readonly reward: string;
  readonly goldColumn: string | null;
  readonly lanes: number;
  readonly callTimeoutMs: number;
}

/** What goes into one request. */
const QUESTIONS_PER_REQUEST = 64;

/** The reply of the method `score`. */
interface Scored {
  readonly error?: { readonly message: string };
  readonly result?: {
    readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
    readonly status?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

/** A reward of a running server: it ends what hangs, and says so. */
export async function urlTarget(options: UrlTargetOptions): Promise<IsolatedTarget> {
  const turns = pLimit(options.lanes);
  const ask = (items: readonly VerifierItem[]): Promise<readonly Outcome[]> =>
    turns(() => score(items, options));
  await ask([{ completion: "1", gold: "1", prompt: "" }]);
  return {
    lanes: options.lanes,
    listLength: QUESTIONS_PER_REQUEST,
    judge: async (questions: readonly Question[]) => {
      const outcomes = await ask(questions.flatMap(({ items }) => items));
      let at = 0;
      return questions.map(({ items }) => outcomes.slice(at, (at += items.length)));
    },
    close: () => undefined,
  };
}

async function score(
  items: readonly VerifierItem[],
  { url, reward, goldColumn, callTimeoutMs }: UrlTargetOptions,
): Promise<readonly Outcome[]> {
  const params = {
    rewards: [reward],
    completions: items.map(({ completion }) => completion),
    columns: { [goldColumn ?? "solution"]: items.map(({ gold }) => gold) },
    groups: items.map((_, i) => i),
    itemTimeoutMs: callTimeoutMs,
  };
  const { result, error } = await post(url, { jsonrpc: "2.0", id: 1, method: "score", params });
  if (error !== undefined) throw new TargetFailure(error.message);
  const scores = result?.scores[reward] ?? Object.values(result?.scores ?? {})[0];
  if (scores?.length !== items.length) throw new TargetFailure(`${url} sent no score for each completion`);
  const status = result?.status?.[reward] ?? {};
  return scores.map((value, row) => outcomeOf(value, status[row]));
}

/** A system fault is the reward's own: it threw, or ran out of time. */
function outcomeOf(value: number | null, status: string | undefined): Outcome {
  if (value !== null || !status?.startsWith("system:")) return { type: "score", score: value };
  return status === "system:timeout" ? { type: "hang" } : { type: "crash", message: status };
}

async function post(url: string, body: object): Promise<Scored> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new TargetFailure(`${url} answered with status ${response.status}`);
    return (await response.json()) as Scored;
  } catch (error) {
    if (error instanceof TargetFailure) throw error;
    throw new TargetFailure(`${url} cannot be asked: ${String(error)}`, { cause: error });
  }
}
