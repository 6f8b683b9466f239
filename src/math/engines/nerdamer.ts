import type { PrintedPair } from "./task.js";

/** The part of nerdamer that is used. */
export interface Nerdamer {
  (expression: string): { toString: () => string };
  /** Forgets every expression that was parsed; it keeps them all otherwise. */
  flush: () => unknown;
  clearVars: () => unknown;
}

const METHODS = ["expand", "simplify"] as const;

/** The name of the method that turns the difference of the pair into exactly zero, or `null`. */
export function proveWithNerdamer(nerdamer: Nerdamer, pair: PrintedPair): string | null {
  if (pair === null) return null;
  try {
    const method = METHODS.find((name) => isZero(nerdamer, `${name}(${pair[0]}-${pair[1]})`));
    return method === undefined ? null : `nerdamer ${method}`;
  } finally {
    nerdamer.flush();
    nerdamer.clearVars();
  }
}

function isZero(nerdamer: Nerdamer, expression: string): boolean {
  try {
    return nerdamer(expression).toString() === "0";
  } catch {
    // Nerdamer throws where it divides by zero, gives up or runs into a defect of its own.
    return false;
  }
}
