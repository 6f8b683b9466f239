import type { Case, Failure } from "./case.js";
import type { IsolatedVerifier, Outcome } from "./target.js";

/** A case that fails, and how. */
export interface Failed {
  readonly failing: Case;
  readonly failure: Failure;
}

/** What is wrong with the outcomes, whatever the case: calls that crash, hang, or return no score. */
export function failureOf(one: Case, outcomes: readonly Outcome[]): Failure | undefined {
  for (const outcome of outcomes) {
    if (outcome.type === "hang") return { type: "hang", expected: "an end", actual: "none in time" };
    if (outcome.type === "crash") return { type: "crash", expected: "a score", actual: outcome.message };
    if (outcome.type === "invalid") return { type: "contract", expected: "a score", actual: outcome.message };
  }
  return one.judge(outcomes);
}

const lengthOf = ({ items }: Case): number =>
  items.reduce((sum, { completion, gold }) => sum + completion.length + gold.length, 0);

/** Looks for a simpler case that fails in the same way, until none does or the evaluations are used up. */
export async function shrinkCase(
  start: Failed,
  { judge }: IsolatedVerifier,
  limit: number,
): Promise<Failed & { readonly evaluations: number }> {
  let best = start;
  let evaluations = 0;
  for (let isBetter = true; isBetter && evaluations < limit;) {
    isBetter = false;
    for (const simpler of best.failing.simpler()) {
      if (evaluations++ >= limit) break;
      const [outcomes = []] = await judge([simpler]);
      const failure = failureOf(simpler, outcomes);
      if (failure?.type !== start.failure.type) continue;
      if (lengthOf(simpler) > lengthOf(best.failing) && simpler.trace.length >= best.failing.trace.length)
        continue;
      best = { failing: simpler, failure };
      isBetter = true;
      break;
    }
  }
  return { ...best, evaluations };
}
