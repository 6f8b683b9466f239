/** `z`, `w`, `z_1`, `omega`. */
const COMPLEX = /^(?:z|w|omega)(?:_\w+)?$/;
const COORDINATES: readonly string[] = ["x", "y"];

/** Whether a symbol is a complex number by convention: `z` and `w` are, but not as coordinates beside `x` or `y`. */
export function isComplexName(name: string, symbols: { readonly has: (name: string) => boolean }): boolean {
  return COMPLEX.test(name) && !COORDINATES.some((coordinate) => symbols.has(coordinate));
}
