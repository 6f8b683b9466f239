import type { Case, Failure } from "./case.js";
import { shorterTexts } from "./suites/texts.js";
import type { IsolatedVerifier, Outcome, VerifierItem } from "./target.js";

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

/** So many characters at most are judged to make one case simpler: long texts may take long. */
const MAX_ASKED = 2 ** 18;

/** A case that was made simpler, and what that took. */
type Shrunk = Failed & { readonly evaluations: number };

/** Looks for a simpler case that fails in the same way, until none does or the evaluations are used up. */
export async function shrinkCase(start: Failed, verifier: IsolatedVerifier, limit: number): Promise<Shrunk> {
  const shrunk = await descend(start, verifier, limit);
  if (start.failure.type !== "crash") return shrunk;
  // Nothing may crash a verifier: each of the items alone, and whatever becomes of its text.
  // What a row holds besides, texts are made of.
  const { failing } = shrunk;
  const free = failing.items.filter(({ columns }) => columns === undefined);
  const freely = { ...failing, simpler: () => free.map((item) => anyText(item, failing)) };
  const freed = await descend({ ...shrunk, failing: freely }, verifier, limit - shrunk.evaluations);
  return { ...freed, evaluations: shrunk.evaluations + freed.evaluations };
}

const anyText = (item: VerifierItem, { trace }: Case): Case => ({
  items: [item],
  shown: 0,
  trace,
  judge: () => undefined,
  *simpler() {
    for (const completion of shorterTexts(item.completion)) yield anyText({ ...item, completion }, this);
    for (const gold of shorterTexts(item.gold)) yield anyText({ ...item, gold }, this);
  },
});

async function descend(start: Failed, { judge }: IsolatedVerifier, limit: number): Promise<Shrunk> {
  let best = start;
  let [evaluations, asked] = [0, 0];
  for (let isBetter = true; isBetter && evaluations < limit;) {
    isBetter = false;
    for (const simpler of best.failing.simpler()) {
      if (evaluations >= limit || asked > MAX_ASKED) break;
      evaluations++;
      asked += lengthOf(simpler);
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
