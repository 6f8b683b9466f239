/** Begins the names of variables made here that run over whole numbers; no parsed name begins with it. */
export const INTEGER_PREFIX = "#";

/** Begins the names of variables made here that are positive. */
export const POSITIVE_PREFIX = "+";

/** Letters that stand for integers wherever only integers make sense, as in `(-1)^n` and `cos(n pi)`. */
const INTEGER_LETTERS: ReadonlySet<string> = new Set(["n", "m", "k"]);

export function isIntegerName(name: string): boolean {
  return INTEGER_LETTERS.has(name) || name.startsWith(INTEGER_PREFIX);
}

export function isPositiveName(name: string): boolean {
  return name.startsWith(POSITIVE_PREFIX);
}

/** Letters that stand for complex numbers where their conjugate is asked for, with a subscript or without. */
export function isComplexName(name: string): boolean {
  return /^[zw](?:$|[_'])/.test(name);
}
