import pLimit from "p-limit";
import type { Outcome, Question, RewardRange, VerifierItem } from "../../../testing/index.js";
import { type RewardTraits, tokenIdsOf } from "../../../testing/rewards/target.js";
import { callsOf } from "../../../testing/verifier/target.js";
import { TargetFailure } from "../target-failure.js";
import type { IsolatedTarget } from "./isolated-target.js";
import type { InitializeParams } from "./protocol.js";

export interface UrlTargetOptions extends Pick<InitializeParams, "as" | "options" | "goldColumn" | "probe"> {
  readonly url: string;
  readonly reward: string;
  readonly lanes: number;
  readonly callTimeoutMs: number;
}

/** What goes into one request. */
const QUESTIONS_PER_REQUEST = 64;

/** The reply of the method `score`. */
interface Scored {
  readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
  readonly status?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The reply of the method `rewards/list`. */
interface Listed {
  readonly rewards: readonly {
    readonly name: string;
    readonly kind: "rollout" | "group";
    readonly range: RewardRange | null;
  }[];
}

/** A reward of a running server: it ends what hangs, and says so. */
export async function urlTarget(options: UrlTargetOptions): Promise<IsolatedTarget> {
  const turns = pLimit(options.lanes);
  const ask = (calls: readonly (readonly VerifierItem[])[]): Promise<readonly Outcome[]> =>
    turns(() => score(calls, options));
  await ask([[options.probe]]);
  return {
    ...(options.as === "reward" && { traits: await listedTraits(options) }),
    lanes: options.lanes,
    listLength: QUESTIONS_PER_REQUEST,
    judge: async (questions) => {
      const outcomes: Outcome[] = [];
      for (const calls of requestsOf(questions)) outcomes.push(...(await ask(calls)));
      let at = 0;
      return questions.map(({ items }) => outcomes.slice(at, (at += items.length)));
    },
    close: () => undefined,
  };
}

/** Calls by request: those of one item go together, each as a group of its own, and a call of several goes by itself. */
function requestsOf(questions: readonly Question[]): readonly (readonly (readonly VerifierItem[])[])[] {
  const requests: (readonly VerifierItem[])[][] = [];
  for (const call of questions.flatMap(callsOf)) {
    const last = requests.at(-1);
    if (call.length === 1 && last?.[0]?.length === 1) last.push(call);
    else requests.push([call]);
  }
  return requests;
}

/** What the server says of the reward; with options, its range may be another one. */
async function listedTraits({ url, reward, options }: UrlTargetOptions): Promise<RewardTraits> {
  const { rewards } = await post<Listed>(url, "rewards/list", {});
  const { range, kind } = rewards.find(({ name }) => name === reward) ?? { range: null, kind: "rollout" };
  return {
    range: (options === null ? range : null) ?? [null, null],
    isGroup: kind === "group",
    parts: 1,
  };
}

async function score(
  calls: readonly (readonly VerifierItem[])[],
  { url, reward, options, goldColumn, callTimeoutMs }: UrlTargetOptions,
): Promise<readonly Outcome[]> {
  const items = calls.flat();
  const params = {
    rewards: [options === null ? reward : { name: reward, options }],
    completions: items.map(({ completion }) => completion),
    columns: columnsOf(items, goldColumn ?? "solution"),
    groups: calls.flatMap((call, i) => call.map(() => i)),
    itemTimeoutMs: callTimeoutMs,
  };
  const result = await post<Scored>(url, "score", params);
  const scores = result.scores[reward] ?? Object.values(result.scores)[0];
  if (scores?.length !== items.length) throw new TargetFailure(`${url} sent no score for each completion`);
  const status = result.status?.[reward] ?? {};
  return scores.map((value, row) => outcomeOf(value, status[row]));
}

/** The columns of the rows, and of rewards what they may ask of a completion; of a verifier, that of its references. */
function columnsOf(items: readonly VerifierItem[], goldColumn: string): Record<string, unknown[]> {
  if (items.some(({ columns }) => columns === undefined)) {
    return { [goldColumn]: items.map(({ gold }) => gold) };
  }
  const names = [...new Set(items.flatMap(({ columns = {} }) => Object.keys(columns)))];
  return {
    prompt: items.map(({ prompt }) => prompt),
    n_tokens: items.map(({ completion }) => tokenIdsOf(completion).length),
    ...Object.fromEntries(names.map((name) => [name, items.map(({ columns }) => columns?.[name] ?? null)])),
  };
}

/** A system fault is the reward's own: it threw, or ran out of time. */
function outcomeOf(value: number | null, status: string | undefined): Outcome {
  if (value !== null || !status?.startsWith("system:")) return { type: "score", score: value };
  return status === "system:timeout" ? { type: "hang" } : { type: "crash", message: status };
}

/** @throws {TargetFailure} if the server cannot be asked, or refuses */
async function post<Result>(url: string, method: string, params: object): Promise<Result> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    if (!response.ok) throw new TargetFailure(`${url} answered with status ${response.status}`);
    const reply = (await response.json()) as Reply<Result>;
    if ("result" in reply) return reply.result;
    throw new TargetFailure(reply.error.message);
  } catch (error) {
    if (error instanceof TargetFailure) throw error;
    // Of what fetch throws, the cause says what it was.
    const { cause = error } = error as Error;
    throw new TargetFailure(`${url} cannot be asked: ${String(cause)}`, { cause: error });
  }
}

type Reply<Result> = { readonly result: Result } | { readonly error: { readonly message: string } };
