import type { Random } from "../../../testing/random.js";

/** A sample of what was offered, in which each had the same chance to be. */
export interface Reservoir<T> {
  /** Makes the item only if it is kept for now. */
  readonly offer: (make: () => T) => void;
  readonly items: readonly T[];
  /** How many were offered. */
  readonly offered: () => number;
}

/** A reservoir of `size` items: Vitter's algorithm R. */
export function createReservoir<T>(size: number, random: Random): Reservoir<T> {
  const items: T[] = [];
  let offered = 0;
  const offer = (make: () => T): void => {
    offered++;
    if (items.length < size) {
      items.push(make());
      return;
    }
    const place = random.below(offered);
    if (place < size) items[place] = make();
  };
  return { offer, items, offered: () => offered };
}
