/**
 * The operations that one verdict may spend. Every tier of a call draws on the same budget, so that no input, however
 * it splits its cost over the tiers, can take longer than the budget allows.
 */
export interface Budget {
  /** Takes `operations` (about a microsecond each) from what is left; throws {@link Exhausted} when nothing is. */
  readonly spend: (operations: number) => void;
  /** Half of what is left, for a part of the work: what it spends is spent here as well. */
  readonly half: () => Budget;
}

/** Thrown when a budget or a limit is used up, and caught where the verdict is made: the tier knows no answer. */
export class Exhausted extends Error {
  override readonly name = "Exhausted";
}

export function createBudget(operations: number): Budget {
  return createPart(operations, () => undefined);
}

function createPart(operations: number, spendOfWhole: Budget["spend"]): Budget {
  let left = operations;
  const spend = (count: number): void => {
    left -= count;
    if (left < 0) throw new Exhausted("the operation budget is used up");
    spendOfWhole(count);
  };
  return { spend, half: () => createPart(left / 2, spend) };
}
