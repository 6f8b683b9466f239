import type { Node } from "../ast.js";
import { structuralKey } from "../structure.js";
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

/** The items of both lists that have no partner which is written in the same way. */
function withoutTwins(
  references: readonly Node[],
  candidates: readonly Node[],
): readonly [references: readonly Node[], candidates: readonly Node[]] {
  const waiting = new Map<string, Node[]>();
  for (const candidate of candidates) {
    const key = structuralKey(candidate);
    const twins = waiting.get(key);
    if (twins === undefined) waiting.set(key, [candidate]);
    else twins.push(candidate);
  }
  const left = references.filter((reference) => waiting.get(structuralKey(reference))?.pop() === undefined);
  return [left, [...waiting.values()].flat()];
}

/**
 * Compares two lists as multisets: members that are written alike are partners, and the others are compared in pairs.
 * Equality is transitive, so that the first partner found for an item is as good as any other.
 */
export function matchInAnyOrder(
  references: readonly Node[],
  candidates: readonly Node[],
  equal: Equal,
): Outcome {
  if (references.length !== candidates.length) return false;
  const [missing, left] = withoutTwins(references, candidates);
  if (missing.length > MAX_ITEMS) return null;
  let outcome: Outcome = true;
  const free = new Set(left);
  for (const reference of missing) {
    const found = findPartner(reference, free, equal);
    if (found === false) return false;
    if (found === null) outcome = null;
  }
  return outcome;
}

/** Takes the partner of a reference out of what is left; `null` if it may be one that cannot be compared. */
function findPartner(reference: Node, free: Set<Node>, equal: Equal): Outcome {
  let outcome: Outcome = false;
  for (const candidate of free) {
    const same = equal(reference, candidate);
    if (same === true) return free.delete(candidate);
    if (same === null) outcome = null;
  }
  return outcome;
}

/** The items without repetitions. */
export function distinct(items: readonly Node[], equal: Equal): readonly Node[] {
  if (items.length > MAX_ITEMS) return items;
  const kept: Node[] = [];
  for (const item of items) if (!kept.some((other) => equal(other, item) === true)) kept.push(item);
  return kept;
}
