import {
  type ExtraValue,
  RewardError,
  type RewardContext,
  type RewardOutcome,
  type RewardResult,
  undetermined,
  type Verdict,
} from "../core/index.js";
import { isThenable, type MaybePromise } from "./maybe-promise.js";

/** A score of `null` that is the system's fault. */
export function systemFault(reason: string): RewardResult {
  return { score: null, verdict: undetermined("system", reason) };
}

/** A value for logging is cut here: it is meant for a table, not for a transport. */
const MAX_EXTRA_LENGTH = 10_000;

function toExtraValue(value: unknown): ExtraValue {
  if (typeof value === "string") return value.slice(0, MAX_EXTRA_LENGTH);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "boolean" ? value : null;
}

function toExtra(extra: unknown): Record<string, ExtraValue> {
  return Object.fromEntries(Object.entries(extra ?? {}).map(([name, value]) => [name, toExtraValue(value)]));
}

function isVerdict(value: unknown): value is Verdict {
  const { status, by, fault, reason } = value as Partial<
    Record<"status" | "by" | "fault" | "reason", unknown>
  >;
  if (status === "undetermined") return typeof fault === "string" && typeof reason === "string";
  return (status === "correct" || status === "incorrect") && typeof by === "string";
}

function readResult(outcome: object): RewardResult {
  const { score, verdict, extra } = outcome as Partial<Record<"score" | "verdict" | "extra", unknown>>;
  if (verdict !== undefined && !isVerdict(verdict)) return systemFault("returned_bad_verdict");
  const details = {
    ...(verdict && { verdict: { ...verdict } }),
    ...(extra !== undefined && { extra: toExtra(extra) }),
  };
  return typeof score === "object" && score !== null
    ? systemFault("returned_object")
    : gateScore(score, details);
}

function gateScore(score: unknown, details: Omit<RewardResult, "score"> = {}): RewardResult {
  if (score === null || (typeof score === "number" && Number.isFinite(score))) return { score, ...details };
  return systemFault(typeof score === "number" ? "not_finite" : `returned_${typeof score}`);
}

/**
 * The one gate between what a reward returned and the numbers that a trainer sees: whatever it returned is read once,
 * into an object of our own.
 */
export function toResult(outcome: unknown): RewardResult {
  try {
    return typeof outcome === "object" && outcome !== null ? readResult(outcome) : gateScore(outcome);
  } catch (error) {
    return systemFault(faultOf(error));
  }
}

/** One result per completion of a group; a reward that returned another number of them has scored none. */
export function toResults(outcomes: unknown, count: number): RewardResult[] {
  try {
    return Array.isArray(outcomes) && outcomes.length === count ? outcomes.map(toResult) : [];
  } catch {
    return [];
  }
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
  timeoutMs: number | null,
): Promise<ItemOutcome<T>> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<ItemOutcome<T>>((resolve) => {
    if (timeoutMs !== null) timer = setTimeout(() => resolve({ fault: "timeout" }), timeoutMs);
  });
  const deadline = abortOf(signal).then((): ItemOutcome<T> => ({ fault: "deadline" }));
  try {
    return await Promise.race([Promise.resolve(work).then((value) => ({ value })), timeout, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** What bounds an item: the request's signal, and the time that an asynchronous item may take; `null` for any. */
export interface ItemLimits {
  readonly signal: AbortSignal;
  readonly itemTimeoutMs: number | null;
}

/** What a reward threw, in words; it may be anything, and hostile to being read. */
function faultOf(error: unknown): string {
  try {
    return `threw: ${String(error instanceof Error ? error.message : error).slice(0, 200)}`;
  } catch {
    return "threw: an unreadable value";
  }
}

/**
 * Runs one call of a reward: one that returns its outcome at once is done at once, without a promise. Whatever a reward
 * does wrong becomes a reason instead of an exception, except a {@link RewardError}: that is the caller's mistake, and
 * the caller hears of it.
 */
export function runItem<T extends RewardOutcome | readonly RewardOutcome[]>(
  call: (context: RewardContext) => MaybePromise<T>,
  { signal, itemTimeoutMs }: ItemLimits,
): MaybePromise<ItemOutcome<T>> {
  const toFault = (error: unknown): ItemOutcome<T> => {
    if (error instanceof RewardError) throw error;
    return { fault: signal.aborted ? "deadline" : faultOf(error) };
  };
  try {
    const called = call({ signal });
    return isThenable(called) ? withinTime(called, signal, itemTimeoutMs).catch(toFault) : { value: called };
  } catch (error) {
    return toFault(error);
  }
}
