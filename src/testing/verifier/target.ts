import { wrongInput } from "../../core/index.js";
import { cpuTime } from "./cpu-time.js";
import { watchPrints } from "./prints.js";

/** One completion to judge. */
export interface VerifierItem {
  readonly completion: string;
  readonly gold: string;
  readonly prompt: string;
  /** The row of the data set, for rewards that read columns. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** What a verifier says: a score, or `null` if it cannot tell. */
export type VerifierScore = number | boolean | null | { readonly score: number | null };

/** What is asked in one go: the same verifier judges the items, one after the other. */
export interface Question {
  readonly items: readonly VerifierItem[];
  /** Whether a verifier that takes many completions at once gets all of them in one call. */
  readonly together?: boolean;
  /** How many of the items each call takes, in order; a verifier of one completion takes one after the other. @default as `together` says */
  readonly calls?: readonly number[];
  /** How many of the calls, the last ones, begin before any of them has ended. @default none */
  readonly atOnce?: number;
  /** Whether the outcomes tell how long calls took, and whether they printed text or changed what they were given. */
  readonly observed?: boolean;
}

/** The items of each call of a question, in order. */
export function callsOf({ items, together = false, calls }: Question): readonly (readonly VerifierItem[])[] {
  const sizes = calls ?? (together ? [items.length] : items.map(() => 1));
  let from = 0;
  return sizes.map((size) => items.slice(from, (from += size)));
}

/** What a question asks one after the other, and what at the same time. */
export function turnsOf(question: Question): {
  readonly inTurn: readonly (readonly VerifierItem[])[];
  readonly atOnce: readonly (readonly VerifierItem[])[];
} {
  const calls = callsOf(question);
  const from = calls.length - (question.atOnce ?? 0);
  return { inTurn: calls.slice(0, from), atOnce: calls.slice(from) };
}

/** A verifier elsewhere, as in a process that can be killed: it tells itself how each call ended. */
export interface IsolatedVerifier {
  /** The outcomes of each question. @throws if the verifier can no longer be asked */
  readonly judge: (questions: readonly Question[]) => Promise<readonly (readonly Outcome[])[]>;
  /** How many lists of questions it judges at the same time. */
  readonly lanes: number;
  /** How many questions make a list at the moment. */
  readonly listLength: number;
  /** Whether calls run in this thread, where one that hangs cannot be stopped. @default false */
  readonly isHere?: boolean;
}

/** A verifier under test: a function of one completion, or of many at once; or one that is isolated. */
export type VerifierTarget =
  | IsolatedVerifier
  | ((
      completion: string,
      gold: string,
      context: { readonly prompt: string },
    ) => VerifierScore | Promise<VerifierScore>)
  | {
      readonly scoreBatch: (
        items: readonly VerifierItem[],
      ) => readonly VerifierScore[] | Promise<readonly VerifierScore[]>;
    };

/** What is told of a call if it is observed; of what is not known, nothing. */
interface Observed {
  readonly hasChangedInput?: boolean;
  readonly hasPrinted?: boolean;
  /** Of the processor, so that a busy machine makes no difference. */
  readonly ms?: number;
}

/** How a call ended. */
export type Outcome =
  | ({ readonly type: "score"; readonly score: number | null } & Observed)
  | { readonly type: "crash"; readonly message: string }
  /** It took longer than allowed; in this thread that is seen only afterwards. */
  | { readonly type: "hang" }
  /** What came back is no score. */
  | { readonly type: "invalid"; readonly message: string };

export function toOutcome(value: unknown): Outcome {
  if (typeof value === "boolean") return { type: "score", score: value ? 1 : 0 };
  if (value === null) return { type: "score", score: null };
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? { type: "score", score: value }
      : { type: "invalid", message: `the score ${value}` };
  }
  if (typeof value === "object" && "score" in value) return toOutcome(value.score);
  return { type: "invalid", message: `${nounOf(value)} instead of a score` };
}

function nounOf(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export const errorMessage = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);

/** Runs one call, and takes what it throws for its outcome. */
async function attempt(call: () => unknown, limitMs: number): Promise<Outcome> {
  const started = performance.now();
  try {
    const outcome = toOutcome(await call());
    return performance.now() - started > limitMs ? { type: "hang" } : outcome;
  } catch (error) {
    return { type: "crash", message: errorMessage(error) };
  }
}

/** Whether it has a function of this name. */
const canDo = (target: unknown, name: string): boolean =>
  typeof target === "object" && typeof (target as Record<string, unknown> | null)?.[name] === "function";

export const isIsolated = (target: unknown): target is IsolatedVerifier => canDo(target, "judge");

/**
 * The verifier, with an outcome for whatever it does. What is not isolated is called in this thread.
 *
 * @throws {RewardError} `bad_input` for what is no verifier
 */
export function isolated(target: VerifierTarget, limitMs: number): IsolatedVerifier {
  if (isIsolated(target)) return target;
  if (typeof target !== "function" && !canDo(target, "scoreBatch")) {
    const need = "a function of a completion and its reference, or an object with scoreBatch";
    throw wrongInput("the verifier", need, target);
  }
  const impatient = typeof target === "function" ? oneByOne(target, limitMs) : allAtOnce(target, limitMs);
  const score = patiently(impatient, limitMs);
  return {
    lanes: 1,
    listLength: 1,
    isHere: true,
    judge: async (questions) => {
      const outcomes: (readonly Outcome[])[] = [];
      for (const question of questions) {
        // A list that is changed must not become another case.
        const items = question.items.map((item) => ({ ...item }));
        outcomes.push(await ask(score, { ...question, items }));
      }
      return outcomes;
    },
  };
}

/** Asks as the question says; all at once, where it says nothing. */
function ask(score: Score, question: Question): Promise<readonly Outcome[]> {
  if (question.observed) return observe(score, question);
  const isPlain = question.calls === undefined && question.atOnce === undefined;
  return isPlain ? score(question.items) : askInTurns(score, question);
}

/** Asks call by call, and for the last ones at the same time; what stands behind a call that hangs is not asked. */
export async function askInTurns(score: Score, question: Question): Promise<readonly Outcome[]> {
  const { inTurn, atOnce } = turnsOf(question);
  const outcomes: Outcome[] = [];
  for (const items of inTurn) {
    outcomes.push(...(await score(items)));
    if (outcomes.at(-1)?.type === "hang") return outcomes;
  }
  // Each waits for the others as well.
  const others = await Promise.all(atOnce.map((items) => score(items, atOnce.length)));
  return [...outcomes, ...others.flat()];
}

/** Asks for all items at once, or for one after the other, and watches what else is done. */
async function observe(score: Score, { items, together = false }: Question): Promise<readonly Outcome[]> {
  const observed: Outcome[] = [];
  for (const asked of together ? [items] : items.map((item) => [item])) {
    const before = JSON.stringify(asked);
    const started = cpuTime();
    const { value, hasPrinted } = await watchPrints(() => score(asked));
    const ms = cpuTime() - started;
    const hasChangedInput = JSON.stringify(asked) !== before;
    const more = { ...(hasPrinted && { hasPrinted }), ...(hasChangedInput && { hasChangedInput }), ms };
    observed.push(...value.map((outcome) => (outcome.type === "score" ? { ...outcome, ...more } : outcome)));
  }
  return observed;
}

/** Scores of one call, which may take so many times as long as others. */
export type Score = (items: readonly VerifierItem[], patience?: number) => Promise<readonly Outcome[]>;
type Plain = Extract<VerifierTarget, (...args: never[]) => unknown>;
type Batched = Extract<VerifierTarget, { readonly scoreBatch: unknown }>;

/** A call that takes so many times as long as it may is not asked for again. */
const FAR = 10;

/** A machine that stands still for a moment makes no hang: what took too long, but not by far, is asked once more. */
export const patiently =
  (score: Score, limitMs: number): Score =>
  async (items, patience = 1) => {
    const started = performance.now();
    const outcomes = await score(items, patience);
    const isNear = performance.now() - started < FAR * limitMs * patience;
    const isHang = outcomes.some(({ type }) => type === "hang");
    return isHang && isNear ? score(items, patience) : outcomes;
  };

const oneByOne =
  (target: Plain, limitMs: number): Score =>
  async (items, patience = 1) => {
    const outcomes: Outcome[] = [];
    for (const { completion, gold, prompt } of items) {
      outcomes.push(await attempt(() => target(completion, gold, { prompt }), limitMs * patience));
    }
    return outcomes;
  };

const allAtOnce =
  (target: Batched, limitMs: number): Score =>
  async (items, patience = 1) => {
    const started = performance.now();
    const all = (outcome: Outcome): readonly Outcome[] => items.map(() => outcome);
    try {
      const given = [...items];
      const scores = await target.scoreBatch(given);
      if (performance.now() - started > limitMs * patience) return all({ type: "hang" });
      if (!Array.isArray(scores) || scores.length !== items.length) {
        const found = Array.isArray(scores) ? `${scores.length} scores` : "no list";
        return all({ type: "invalid", message: `${found} for ${items.length} completions` });
      }
      const hasChangedInput = given.length !== items.length || given.some((item, i) => item !== items[i]);
      return scores.map(toOutcome).map((outcome) => withChange(outcome, hasChangedInput));
    } catch (error) {
      return all({ type: "crash", message: errorMessage(error) });
    }
  };

const withChange = (outcome: Outcome, hasChangedInput: boolean): Outcome =>
  hasChangedInput && outcome.type === "score" ? { ...outcome, hasChangedInput } : outcome;
