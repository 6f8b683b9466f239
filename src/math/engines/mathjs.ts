import type { MathJs, MathNode } from "./mathjs-functions.js";
import type { PrintedPair } from "./task.js";

/** The zero of `rationalize` keeps its denominator. */
const ZERO = /^0(?: \/ .*)?$/;

const METHODS: readonly (readonly [string, (mathjs: MathJs, text: string) => MathNode])[] = [
  ["mathjs simplify", (mathjs, text) => mathjs.simplify(text, {}, { exactFractions: true })],
  ["mathjs rationalize", (mathjs, text) => mathjs.rationalize(text)],
];

/** The name of the method that turns the difference of the pair into exactly zero, or `null`. */
export function proveWithMathjs(mathjs: MathJs, pair: PrintedPair): string | null {
  if (pair === null) return null;
  const difference = `${pair[0]}-${pair[1]}`;
  return METHODS.find(([, method]) => isZero(() => method(mathjs, difference)))?.[0] ?? null;
}

function isZero(method: () => MathNode): boolean {
  try {
    return ZERO.test(method().toString());
  } catch {
    // The method does not apply, as `rationalize` to what is no polynomial.
    return false;
  }
}
