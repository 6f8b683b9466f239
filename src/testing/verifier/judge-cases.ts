import type { Case } from "./case.js";
import type { PlannedCase } from "./plan.js";
import type { IsolatedVerifier, Outcome } from "./target.js";

/** A case, and how its calls ended. */
export interface JudgedCase extends PlannedCase {
  readonly outcomes: readonly Outcome[];
}

/** So many lists wait for each lane, while one that hangs holds up those behind it, which are told in order. */
const LISTS_PER_LANE = 16;

/** How often a failure has to show again that is measured. */
const CONFIRMATIONS = 2;

type Judged = Promise<readonly JudgedCase[]>;

/** The cases in their order, however many are judged at the same time. */
export async function* judgeCases(
  plan: Iterator<PlannedCase>,
  verifier: IsolatedVerifier,
): AsyncGenerator<JudgedCase, void, undefined> {
  const { judge, lanes } = verifier;
  const most = verifier.listLength === 1 ? lanes : LISTS_PER_LANE * lanes;
  const underWay: Judged[] = [];
  const ask = async (cases: readonly PlannedCase[]): Judged => {
    const outcomes = await judge(cases.map(({ one }) => one));
    return Promise.all(
      cases.map(async (each, i) => ({ ...each, outcomes: await confirmed(each.one, outcomes[i] ?? []) })),
    );
  };
  const confirmed = async (one: Case, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> => {
    let last = outcomes;
    for (let i = 0; i < CONFIRMATIONS && one.measured && one.judge(last) !== undefined; i++)
      last = (await judge([one]))[0] ?? [];
    return last;
  };
  for (let isOver = false; ;) {
    while (!isOver && underWay.length < most) {
      const count = verifier.listLength;
      const cases = take(plan, count);
      isOver = cases.length < count;
      if (cases.length > 0) underWay.push(settledLater(ask(cases)));
    }
    const next = underWay.shift();
    if (next === undefined) return;
    yield* await next;
  }
}

/** A list that is never waited for, since the run has ended, must not fail on its own. */
function settledLater(judged: Judged): Judged {
  judged.catch(() => undefined);
  return judged;
}

function take<Item>(items: Iterator<Item>, count: number): readonly Item[] {
  const taken: Item[] = [];
  while (taken.length < count) {
    const next = items.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
