import { numberRun } from "./number-words.js";

const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["quarters", 4],
]);

/** Greater numerators are those of ordinals: "twenty fifth". */
const MOST_NUMERATOR = 19n;

function denominatorOf(words: readonly string[]): bigint | null {
  const [only = "", ...others] = words;
  const known = others.length === 0 ? DENOMINATORS.get(only) : undefined;
  if (known !== undefined) return BigInt(known);
  const last = words.length - 1;
  const singular = words.map((word, index) => (index === last ? word.replace(/s$/, "") : word));
  const run = numberRun(singular, 0);
  return run !== null && run.ordinal && run.length === words.length && run.value > 2n ? run.value : null;
}

/**
 * The numerator and the denominator of a fraction in English words: "one half", "three-fourths", "two thirds".
 *
 * @returns `null` if the text is anything else
 */
export function fractionWords(text: string): readonly [bigint, bigint] | null {
  const words = text.trim().toLowerCase().replace(/\.$/, "").replace(/^an? /, "one ").split(/[ -]/);
  if (words.length < 2 || words.length > 4) return null;
  const numerator = numberRun(words.slice(0, 1), 0);
  if (numerator === null || numerator.ordinal || numerator.value > MOST_NUMERATOR) return null;
  const denominator = denominatorOf(words.slice(1));
  return denominator === null ? null : [numerator.value, denominator];
}
