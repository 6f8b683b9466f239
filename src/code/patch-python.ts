/**
 * What programs of older Python find no more, in one line: `fractions.gcd`, the abstract classes of `collections`, the module `imp`, and numbers of any length as text.
 */
const PATCH: string = [
  "import collections, collections.abc, fractions, math, sys, types",
  "fractions.gcd = math.gcd",
  "[setattr(collections, name, getattr(collections.abc, name)) for name in collections.abc.__all__]",
  'sys.modules.setdefault("imp", types.ModuleType("imp"))',
  "sys.set_int_max_str_digits(0)",
  "del collections, fractions, math, sys, types",
].join("; ");

const FUTURE = /^from __future__ import/m;

/** A program of Python that also runs if it was written for an older version. Those that look ahead need no patch. */
export function patchPython(source: string): string {
  return FUTURE.test(source) ? source : `${PATCH}\n${source}`;
}
