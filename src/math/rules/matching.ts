import type { Node } from "../ast.js";
import type { Outcome } from "../tiers/tier.js";

type Equal = (reference: Node, candidate: Node) => Outcome;

/** Longer collections would cost the square of their length. */
const MAX_ITEMS = 100;

/** Compares two lists item by item. Unknown if an item is unknown and none differs. */
export function matchInOrder(
  references: readonly Node[],
  candidates: readonly Node[],
  equal: Equal,
): Outcome {
  if (references.length !== candidates.length) return false;
  let outcome: Outcome = true;
  for (const [index, reference] of references.entries()) {
    const same = equal(reference, candidates[index] as Node);
    if (same === false) return false;
    if (same === null) outcome = null;
  }
  return outcome;
}

/**
 * Compares two lists as multisets. Equality is transitive, so that the first partner found for an item is as good as
 * any other.
 */
export function matchInAnyOrder(
  references: readonly Node[],
  candidates: readonly Node[],
  equal: Equal,
): Outcome {
  if (references.length !== candidates.length) return false;
  if (references.length > MAX_ITEMS)
    return matchInOrder(references, candidates, equal) === true ? true : null;
  const left = [...candidates];
  let isUnknown = false;
  for (const reference of references) {
    const outcomes = { unknown: false };
    const index = left.findIndex((candidate) => {
      const same = equal(reference, candidate);
      outcomes.unknown ||= same === null;
      return same === true;
    });
    if (index >= 0) left.splice(index, 1);
    else if (outcomes.unknown) isUnknown = true;
    else return false;
  }
  return isUnknown ? null : true;
}

/** The items without repetitions. */
export function distinct(items: readonly Node[], equal: Equal): readonly Node[] {
  if (items.length > MAX_ITEMS) return items;
  const kept: Node[] = [];
  for (const item of items) if (!kept.some((other) => equal(other, item) === true)) kept.push(item);
  return kept;
}
