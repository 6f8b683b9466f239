import type { Field } from "./field.js";

/** Expansion by minors takes `2^size size` products. */
const MAX_DETERMINANT_SIZE = 7;

/** The determinant of a square matrix, without division: the minors of the last rows, by the set of their columns. */
export function determinant<V>(
  field: Field<V>,
  rows: readonly (readonly V[])[],
  spend: (operations: number) => void,
): V {
  const size = rows.length;
  if (size > MAX_DETERMINANT_SIZE || rows.some((row) => row.length !== size)) return field.undefined;
  let minors = new Map<number, V>([[0, field.one]]);
  for (const row of [...rows].reverse()) {
    const next = new Map<number, V>();
    for (const [columns, minor] of minors) {
      row.forEach((value, column) => {
        if ((columns >> column) % 2 === 1) return;
        spend(2 * field.arithmeticCost);
        const product = field.multiply(value, minor);
        const signed = isOdd(columns & ((1 << column) - 1)) ? field.negate(product) : product;
        const key = columns | (1 << column);
        const known = next.get(key);
        next.set(key, known === undefined ? signed : field.add(known, signed));
      });
    }
    minors = next;
  }
  return minors.get((1 << size) - 1) ?? field.undefined;
}

/** Whether a set of columns has an odd number of members. */
function isOdd(columns: number): boolean {
  let odd = false;
  for (let rest = columns; rest !== 0; rest &= rest - 1) odd = !odd;
  return odd;
}
