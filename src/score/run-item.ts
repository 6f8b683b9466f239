import {
  RewardError,
  type RewardContext,
  type RewardOutcome,
  type RewardResult,
  undetermined,
} from "../core/index.js";

/** A score of `null` that is the system's fault. */
export function systemFault(reason: string): RewardResult {
  return { score: null, verdict: undetermined("system", reason) };
}

/** The one gate between what a reward returned and the numbers that a trainer sees. */
export function toResult(outcome: unknown): RewardResult {
  const result = (
    typeof outcome === "object" && outcome !== null ? outcome : { score: outcome }
  ) as RewardResult;
  const score: unknown = result.score;
  if (score === null || (typeof score === "number" && Number.isFinite(score))) return result;
  return systemFault(typeof score === "number" ? "not_finite" : `returned_${typeof score}`);
}

/** What came of one call: the value that the reward returned, or the reason of a system fault. */
export type ItemOutcome<T> = { readonly value: T } | { readonly fault: string };

const aborts = new WeakMap<AbortSignal, Promise<void>>();

/** One listener per signal, however many items wait for it: Node warns of more than ten. */
function abortOf(signal: AbortSignal): Promise<void> {
  const known = aborts.get(signal);
  if (known) return known;
  const abort = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  aborts.set(signal, abort);
  return abort;
}

async function withinTime<T>(
  work: PromiseLike<T>,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<ItemOutcome<T>> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<ItemOutcome<T>>((resolve) => {
    timer = setTimeout(() => resolve({ fault: "timeout" }), timeoutMs);
  });
  const deadline = abortOf(signal).then((): ItemOutcome<T> => ({ fault: "deadline" }));
  try {
    return await Promise.race([work.then((value) => ({ value })), timeout, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === "function";
}

/** What bounds an item: the request's signal, and the time that an asynchronous item may take. */
export interface ItemLimits {
  readonly signal: AbortSignal;
  readonly itemTimeoutMs: number;
}

function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `threw: ${message.slice(0, 200)}`;
}

/**
 * Runs one call of a reward. Whatever a reward does wrong becomes a reason instead of an exception, except a
 * {@link RewardError}: that is the caller's mistake, and the caller hears of it.
 */
export async function runItem<T extends RewardOutcome | readonly RewardOutcome[]>(
  call: (context: RewardContext) => T | Promise<T>,
  { signal, itemTimeoutMs }: ItemLimits,
): Promise<ItemOutcome<T>> {
  try {
    const called = call({ signal });
    return isThenable(called) ? await withinTime(called, signal, itemTimeoutMs) : { value: called };
  } catch (error) {
    if (error instanceof RewardError) throw error;
    return { fault: signal.aborted ? "deadline" : faultOf(error) };
  }
}
