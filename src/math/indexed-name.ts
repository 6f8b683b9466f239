const LETTER_RUNS = /[a-z]+/gi;

/**
 * Whether the subscript of a name holds a variable, as in `x_k`, `a_{k+1}` and `a_{ij}`: such names stand for other
 * things at other values of the variable. Longer runs of letters are words: `x_{min}` has no index `n`.
 */
export function isIndexedBy(name: string, variable: string): boolean {
  const from = name.indexOf("_");
  if (from < 0) return false;
  const subscript = name.slice(from + 1);
  if (subscript === variable) return true;
  const runs = subscript.match(LETTER_RUNS) ?? [];
  return runs.some((run) => run === variable || (run.length === 2 && run.includes(variable)));
}
