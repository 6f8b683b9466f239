const EMPTY = -1;
const FEWEST_SLOTS = 64;

/** Numbers pairs of small integers in the order of their first appearance: an open hash table. */
interface PairIndex {
  readonly idOf: (first: number, second: number) => number;
}

function createPairIndex(): PairIndex {
  let slots = new Int32Array(FEWEST_SLOTS).fill(EMPTY);
  let pairs = new Int32Array(FEWEST_SLOTS);
  let count = 0;

  const slotOf = (first: number, second: number): number => {
    let hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    let slot = hash & (slots.length - 1);
    for (;;) {
      const id = slots[slot] ?? EMPTY;
      if (id === EMPTY || (pairs[2 * id] === first && pairs[2 * id + 1] === second)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  const grow = (): void => {
    const known = pairs;
    slots = new Int32Array(2 * slots.length).fill(EMPTY);
    pairs = new Int32Array(slots.length);
    pairs.set(known);
    for (let id = 0; id < count; id++) slots[slotOf(pairs[2 * id] ?? 0, pairs[2 * id + 1] ?? 0)] = id;
  };
  return {
    idOf: (first, second) => {
      const slot = slotOf(first, second);
      const known = slots[slot] ?? EMPTY;
      if (known !== EMPTY) return known;
      const id = count++;
      slots[slot] = id;
      pairs[2 * id] = first;
      pairs[2 * id + 1] = second;
      if (2 * count >= slots.length) grow();
      return id;
    },
  };
}

/** What n-grams are made of: words, characters, or the ids of tokens. */
type Unit = string | number;

/** Gives each unit of a text its number; equal units of all texts have the same. */
function createVocabulary(): (units: readonly Unit[]) => Int32Array {
  const ids = new Map<Unit, number>();
  return (units) => {
    const numbers = new Int32Array(units.length);
    units.forEach((unit, i) => {
      const known = ids.get(unit);
      numbers[i] = known ?? ids.size;
      if (known === undefined) ids.set(unit, ids.size);
    });
    return numbers;
  };
}

/**
 * Makes a function that numbers the n-grams of texts: equal n-grams of all texts that it is given have the same
 * number. An n-gram is put together from two shorter ones that may overlap, so that the work grows with the logarithm
 * of `n`; no two different n-grams are ever taken for one.
 */
export function ngramIndex(n: number): (units: readonly Unit[]) => Int32Array {
  const number = createVocabulary();
  const steps: { readonly shift: number; readonly index: PairIndex }[] = [];
  for (let size = 1; size < n;) {
    const shift = Math.min(size, n - size);
    steps.push({ shift, index: createPairIndex() });
    size += shift;
  }
  return (units) => {
    if (units.length < n) return new Int32Array(0);
    let ids = number(units);
    for (const { shift, index } of steps) {
      const longer = new Int32Array(ids.length - shift);
      for (let i = 0; i < longer.length; i++) longer[i] = index.idOf(ids[i] ?? 0, ids[i + shift] ?? 0);
      ids = longer;
    }
    return ids;
  };
}
