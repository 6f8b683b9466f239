/**
 * Where each of the things that stand in a row stood first. What they are only its user knows, who searches the slots
 * in a loop of its own: a call for each thing would take longer than the search.
 */
export interface FirstPlaces {
  /** By the place of a thing, the first place of an equal one; -1 where nothing stands. */
  firsts: Int32Array;
  /** By the place of a thing, its hash. */
  hashes: Int32Array;
  /** An open hash table of first places plus `base`; less is left from before the last {@link clearPlaces}: free. */
  slots: Int32Array;
  base: number;
  /** How many places are taken. */
  length: number;
  /** How many different things there are. */
  distinct: number;
}

/** Slots for each place: with few of them taken searches are short. */
const SLOTS_EACH = 4;

/** No place yet. */
export function createPlaces(): FirstPlaces {
  const none = new Int32Array(0);
  return { firsts: none, hashes: none, slots: none, base: 1, length: 0, distinct: 0 };
}

/** A copy that is longer. */
export function grown(values: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length);
  copy.set(values);
  return copy;
}

/** Makes room for so many more places. */
export function reservePlaces(places: FirstPlaces, more: number): void {
  const { length } = places;
  if (SLOTS_EACH * (length + more) <= places.slots.length) return;
  const size = 2 ** Math.ceil(Math.log2(SLOTS_EACH * (length + more)));
  const firsts = grown(places.firsts, size / SLOTS_EACH);
  const hashes = grown(places.hashes, size / SLOTS_EACH);
  const slots = new Int32Array(size);
  for (let place = 0; place < length; place++) {
    if (firsts[place] !== place) continue;
    let slot = (hashes[place] as number) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = place + 1;
  }
  Object.assign(places, { firsts, hashes, slots, base: 1 });
}

/** Forgets everything at once, but keeps the room. */
export function clearPlaces(places: FirstPlaces): void {
  places.base += places.length;
  places.length = 0;
  places.distinct = 0;
  if (places.base < 2 ** 30) return;
  places.slots.fill(0);
  places.base = 1;
}
