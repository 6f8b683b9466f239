import { type Answer, createAnswer } from "./answer.js";
import type { Node } from "./ast.js";
import { type Budget, createBudget, Exhausted } from "./budget.js";
import type { Policy } from "./policy.js";
import { type Reading, readingsOf, withoutRemarksOf } from "./readings.js";
import { type Context, expressionTiers, type Outcome, textTiers } from "./tiers/index.js";

/** About 25 ms of work; no honest pair comes near it. */
const OPERATIONS = 20_000;

/** What it takes to start on one pair of parts, such as two items of two lists. */
const PAIR_OPERATIONS = 1;

/** Collections inside collections deeper than this are not compared. */
const MAX_DEPTH = 12;

/** What was decided, and by which tier; `equal: null` if no tier could. */
export interface Decision {
  readonly equal: Outcome;
  readonly by: string;
}

/** What one tier said of a pair, for explanations. */
export interface TierOutcome {
  readonly name: string;
  readonly outcome: "equal" | "different" | "undecided";
}

/** Notes what each tier says; verdicts that nobody explains have none. */
type Trace = (name: string, equal: Outcome) => void;

const OUTCOMES = new Map<Outcome, TierOutcome["outcome"]>([
  [true, "equal"],
  [false, "different"],
  [null, "undecided"],
]);

function decideByText(
  reference: Answer,
  candidate: Answer,
  policy: Policy,
  trace: Trace | undefined,
): Decision | null {
  const decideTexts = (a: string, b: string): Outcome =>
    decide(createAnswer(a), createAnswer(b), policy).equal;
  for (const tier of textTiers) {
    const equal = tier.decide(reference, candidate, policy, decideTexts);
    trace?.(tier.name, equal);
    if (equal !== null) return { equal, by: tier.name };
  }
  return null;
}

interface Run {
  readonly policy: Policy;
  readonly budget: Budget;
  readonly trace: Trace | undefined;
}

function decideReading({ reference, candidate, logBase }: Reading, run: Run, depth: number): Decision {
  const { policy, budget } = run;
  const equal = (a: Node, b: Node): Outcome => {
    // A tier that runs out of operations only passes the pair on: ten thousand pairs have to be stopped here.
    budget.spend(PAIR_OPERATIONS);
    return decideNodes(a, b, { policy, budget, trace: undefined }, depth + 1).equal;
  };
  const positive = policy.variables === "positive";
  const context: Context = { policy, arithmetic: { budget, logBase, positive }, equal };
  for (const tier of expressionTiers) {
    const outcome = tier.decide(reference, candidate, context);
    run.trace?.(tier.name, outcome);
    if (outcome !== null) return { equal: outcome, by: tier.name };
  }
  return { equal: null, by: "unproven" };
}

/** Equal in one reading is equal; different in all of them is different. */
function decideNodes(reference: Node, candidate: Node, run: Run, depth: number): Decision {
  if (depth > MAX_DEPTH) return { equal: null, by: "unproven" };
  let decision: Decision | null = null;
  for (const reading of readingsOf(reference, candidate, run.policy)) {
    const next = decideReading(reading, run, depth);
    if (next.equal === true) return next;
    if (decision === null || next.equal === null) decision = next;
  }
  return decision ?? { equal: null, by: "unproven" };
}

/** Compares two expressions as they stand, without their texts. */
export function decideExpressions(reference: Node, candidate: Node, policy: Policy, trace?: Trace): Decision {
  try {
    const run: Run = { policy, budget: createBudget(OPERATIONS), trace };
    const decision = decideNodes(reference, candidate, run, 0);
    const unremarked = decision.equal === true ? null : withoutRemarksOf(reference, candidate);
    if (unremarked === null) return decision;
    const other = decideNodes(...unremarked, run, 0);
    return other.equal === true ? other : decision;
  } catch (error) {
    if (error instanceof Exhausted) return { equal: null, by: "budget" };
    throw error;
  }
}

/**
 * Runs the tiers over a pair of answers: first as they are written, then as expressions. Never throws, and never takes
 * more than the operations that one verdict may spend.
 */
export function decide(
  reference: Answer,
  candidate: Answer,
  policy: Policy,
  tiers?: TierOutcome[],
): Decision {
  const trace: Trace | undefined =
    tiers && ((name, equal) => tiers.push({ name, outcome: OUTCOMES.get(equal) ?? "undecided" }));
  const byText = decideByText(reference, candidate, policy, trace);
  if (byText !== null) return byText;
  const [expected, actual] = [reference.node(), candidate.node()];
  if (expected === null || actual === null) return { equal: null, by: "unparsable" };
  return decideExpressions(expected, actual, policy, trace);
}
