import fc from "fast-check";
import { serveTasks } from "../../../src/isolate/index.js";
import { verifyAnswer } from "../../../src/math/index.js";
import type { Pair } from "../kind.js";
import { differentPair, equalPair } from "../pairs.js";

export type Side = "equal" | "different";
export type Outcome = "correct" | "refuted" | "unproven" | "undetermined";

/** Some pairs of one side, drawn from a seed. */
export interface ShardTask {
  readonly side: Side;
  readonly seed: number;
  readonly pairs: number;
  /** How many of them to hand back, for other oracles to judge. */
  readonly keep: number;
}

export interface JudgedPair extends Pair {
  readonly outcome: Outcome;
}

export interface ShardResult {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** The shrunk pair that was judged wrong. */
  readonly failure: JudgedPair | null;
  readonly kept: readonly JudgedPair[];
}

const PAIRS = { equal: equalPair, different: differentPair };

/** What must not be said of a pair whose sides are equal, or different. */
const WRONG: Readonly<Record<Side, readonly Outcome[]>> = {
  equal: ["refuted", "undetermined"],
  different: ["correct", "undetermined"],
};

/** No tier could decide, or none could before the work that a verdict may take was done. */
const UNDECIDED: ReadonlySet<string> = new Set(["unproven", "budget"]);

function outcomeOf(reference: string, answer: string): Outcome {
  const { verdict } = verifyAnswer({ reference, answer });
  if (verdict.status !== "incorrect") return verdict.status;
  return UNDECIDED.has(verdict.by) ? "unproven" : "refuted";
}

/** How often the order of the sides is turned as well. */
const TURNED_ONCE_IN = 5;

const isSymmetric = ({ reference, answer }: Pair, outcome: Outcome): boolean =>
  (outcomeOf(answer, reference) === "correct") === (outcome === "correct");

function judgeShard({ side, seed, pairs, keep }: ShardTask): ShardResult {
  const outcomes = { correct: 0, refuted: 0, unproven: 0, undetermined: 0 };
  const kept: JudgedPair[] = [];
  let drawn = 0;
  const property = fc.property(PAIRS[side], (pair) => {
    const outcome = outcomeOf(pair.reference, pair.answer);
    outcomes[outcome]++;
    if (kept.length < keep) kept.push({ ...pair, outcome });
    return !WRONG[side].includes(outcome) && (drawn++ % TURNED_ONCE_IN !== 0 || isSymmetric(pair, outcome));
  });
  const { counterexample } = fc.check(property, { numRuns: pairs, seed });
  const [pair] = counterexample ?? [];
  const failure = pair ? { ...pair, outcome: outcomeOf(pair.reference, pair.answer) } : null;
  return { outcomes, failure, kept };
}

await serveTasks(() => Promise.resolve(judgeShard));
