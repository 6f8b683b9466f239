import { createInterner, type Interner } from "./interner.js";
import type { TextUnits } from "./words.js";

const EMPTY = -1;
const FEWEST = 32;

/** Numbers the pairs of each element and the one that stands `shift` behind it, in the order of first appearance. */
type PairIndex = (ids: Int32Array, shift: number) => Int32Array;

/** An open hash table of pairs; it is never more than half full. */
interface PairTable {
  /** The number of a pair, or -1, by its hash. */
  readonly slots: Int32Array;
  /** The two elements of each pair, by its number. */
  readonly pairs: Int32Array;
}

function slotOf({ slots, pairs }: PairTable, first: number, second: number): number {
  const mask = slots.length - 1;
  let hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot] as number;
    if (id === EMPTY || (pairs[2 * id] === first && pairs[2 * id + 1] === second)) return slot;
  }
}

/** A table with the first `count` pairs of another one, and room for `capacity`. */
function tableOf(known: Int32Array, count: number, capacity: number): PairTable {
  const size = 2 ** Math.ceil(Math.log2(2 * capacity));
  const table = { slots: new Int32Array(size).fill(EMPTY), pairs: new Int32Array(size) };
  table.pairs.set(known.subarray(0, 2 * count));
  for (let id = 0; id < count; id++) {
    table.slots[slotOf(table, known[2 * id] as number, known[2 * id + 1] as number)] = id;
  }
  return table;
}

function createPairIndex(): PairIndex {
  let table = tableOf(new Int32Array(0), 0, FEWEST);
  let count = 0;
  return (ids, shift) => {
    const numbers = new Int32Array(ids.length - shift);
    const needed = count + numbers.length;
    if (2 * needed > table.slots.length) table = tableOf(table.pairs, count, needed);
    const { slots, pairs } = table;
    for (let i = 0; i < numbers.length; i++) {
      const first = ids[i] as number;
      const second = ids[i + shift] as number;
      const slot = slotOf(table, first, second);
      if (slots[slot] === EMPTY) {
        pairs[2 * count] = first;
        pairs[2 * count + 1] = second;
        slots[slot] = count++;
      }
      numbers[i] = slots[slot] as number;
    }
    return numbers;
  };
}

/** What n-grams are made of: the ids of tokens, texts, or pieces of one text. */
export type NgramUnits = readonly (string | number)[] | TextUnits;

/** Gives each unit of a text its number; equal units of all texts have the same. */
function createVocabulary(): (units: NgramUnits) => Int32Array {
  const ids = new Map<string | number, number>();
  const intern = createInterner();
  return (units) => {
    if ("bounds" in units) return internAll(units, intern);
    const numbers = new Int32Array(units.length);
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] as string | number;
      let id = ids.get(unit);
      if (id === undefined) ids.set(unit, (id = ids.size));
      numbers[i] = id;
    }
    return numbers;
  };
}

function internAll({ text, bounds }: TextUnits, intern: Interner): Int32Array {
  const numbers = new Int32Array(bounds.length / 2);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = intern(text, bounds[2 * i] as number, bounds[2 * i + 1] as number);
  }
  return numbers;
}

const sizeOf = (units: NgramUnits): number => ("bounds" in units ? units.bounds.length / 2 : units.length);

/**
 * Makes a function that numbers the n-grams of texts: equal n-grams of all texts that it is given have the same
 * number. An n-gram is put together from two shorter ones that may overlap, so that the work grows with the logarithm
 * of `n`; no two different n-grams are ever taken for one.
 */
export function ngramIndex(n: number): (units: NgramUnits) => Int32Array {
  const number = createVocabulary();
  const steps: { readonly shift: number; readonly index: PairIndex }[] = [];
  for (let size = 1; size < n;) {
    const shift = Math.min(size, n - size);
    steps.push({ shift, index: createPairIndex() });
    size += shift;
  }
  return (units) => {
    if (sizeOf(units) < n) return new Int32Array(0);
    let ids = number(units);
    for (const { shift, index } of steps) ids = index(ids, shift);
    return ids;
  };
}
