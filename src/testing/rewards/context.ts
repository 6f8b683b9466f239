import type { Case, Failure, FindingType } from "../verifier/case.js";
import { describeScore } from "../verifier/case.js";
import type { Outcome, VerifierItem } from "../verifier/target.js";
import type { RewardRange } from "../verifier/range.js";
import type { RewardTask } from "./traits.js";

/** What the suites of rewards make their cases with. */
export interface RewardContext {
  readonly range: RewardRange;
  readonly tasks: readonly RewardTask[];
  /** Whether the completions of a call are compared with each other. */
  readonly isGroup: boolean;
  /** Whether a completion may be left without a score. */
  readonly abstains: boolean;
}

/** A completion of a task. */
export const itemOf = (completion: string, task: RewardTask): VerifierItem => ({
  completion,
  gold: referenceOf(task),
  prompt: task.prompt ?? "",
  columns: task.columns ?? {},
});

/** What a report shows of a row: its only value, or all of them. */
function referenceOf({ columns = {} }: RewardTask): string {
  const values = Object.values(columns);
  const [only] = values;
  if (only === undefined) return "";
  return typeof only === "string" && values.every((value) => value === only) ? only : JSON.stringify(columns);
}

/** How far apart scores may be that are the same. */
const NEAR = 1e-9;

/** A score; none is less than any. */
const amount = (outcome: Outcome | undefined): number =>
  outcome?.type === "score" && outcome.score !== null ? outcome.score : -Infinity;

type Comparison = (first: number, second: number) => boolean;

const judgeBy =
  (isKept: Comparison, expected: string, type: FindingType, at: readonly [number, number] = [0, 1]) =>
  (outcomes: readonly Outcome[]): Failure | undefined => {
    const [first, second] = [outcomes[at[0]], outcomes[at[1]]];
    if (isKept(amount(first), amount(second))) return undefined;
    return { type, expected: `${expected} ${describeScore(second)}`, actual: describeScore(first) };
  };

const isSame: Comparison = (a, b) => a === b || Math.abs(a - b) <= NEAR;

/** The first item earns less than the second. */
export const lessThanSecond: Case["judge"] = judgeBy((a, b) => a < b - NEAR, "less than", "exploit");
/** The first item earns no more than the second. */
export const atMostSecond: Case["judge"] = judgeBy((a, b) => a <= b + NEAR, "at most", "exploit");
/** The first item earns what the second does. */
export const sameAsSecond: Case["judge"] = judgeBy(isSame, "the same as", "contract");
/** The first item earns more than the second. */
export const moreThanSecond: Case["judge"] = judgeBy((a, b) => a > b + NEAR, "more than", "falseNegative");

/** The item earns this score. */
export const earns =
  (score: number, type: FindingType = "contract", at = 0): Case["judge"] =>
  (outcomes) =>
    isSame(amount(outcomes[at]), score)
      ? undefined
      : { type, expected: String(score), actual: describeScore(outcomes[at]) };

/** All of some judges; the first failure counts. */
export const both =
  (...judges: readonly Case["judge"][]): Case["judge"] =>
  (outcomes) => {
    for (const judge of judges) {
      const failure = judge(outcomes);
      if (failure !== undefined) return failure;
    }
    return undefined;
  };

/** A case of these items, of which the first is shown. */
export const compare = (
  items: readonly VerifierItem[],
  judge: Case["judge"],
  asked: Pick<Case, "together" | "calls" | "atOnce"> = {},
): Omit<Case, "simpler"> => ({ items, shown: 0, trace: [], judge, ...asked });
