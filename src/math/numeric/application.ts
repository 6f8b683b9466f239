import type { Field } from "./field.js";

/** Stands for a function whose meaning is not known: smooth, of all its arguments, and another one for each name. */
export type Uninterpreted = <V>(field: Field<V>, args: readonly V[]) => V;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hash(text: string): number {
  let state = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), FNV_PRIME);
  return state >>> 0;
}

/** Numbers between 1/2 and 3/2, of no simple relation to each other. */
function createCoefficients(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return 0.5 + (state ^ (state >>> 13)) / 2 ** 32 / (1 + 2 ** -20);
  };
}

/** A rational function with irregular coefficients: bounded growth, no symmetry, no linear relation between its shifts. */
export function uninterpreted(name: string): Uninterpreted {
  return (field, args) => {
    const coefficient = createCoefficients(hash(`${name}/${args.length}`));
    const next = (): ReturnType<typeof field.fromNumber> => field.fromNumber(coefficient());
    let total = next();
    for (const arg of args) {
      const square = field.multiply(arg, arg);
      const numerator = field.add(field.multiply(field.multiply(square, arg), next()), next());
      const curve = field.divide(numerator, field.add(square, field.add(next(), field.one)));
      total = field.add(field.multiply(total, field.add(arg, next())), curve);
    }
    return total;
  };
}
