import { mostFrequent, words } from "../text/index.js";
import { changesNumber } from "./behind-number.js";
import { equalQuotients, parseDecimal, type Quotient } from "./quotient.js";

/** What offers another answer, denies one, or bounds it. */
const DOUBT =
  /(?<!\p{L})(?:or|and|und|et|else|not|no|non|nicht|pas|не|nor|neither|either|never|maybe|perhaps|possibly|unless|except|instead|wrong|false|incorrect|vs|versus|than|but|though|although|at least|at most|up to|oder|ou|или)(?!\p{L})|n['’]t(?!\p{L})|[|/&;；≠…或\n]|\.\.\.|不是/giu;
const SEPARATOR = /[,、，]|(?<!\p{L})[yeи](?!\p{L})/giu;
/** One comma may add something to an answer; two make a list. */
const MOST_SEPARATORS = 1;
const POLAR = /(?<!\p{L})(?:yes|no|true|false)(?!\p{L})/giu;
const NUMERAL = /[-−]?\d[\d.,]*/g;
/** What makes another number of one. */
const OPERATOR = /[≥≤<>±∓√^*×÷+&\\]|[-−]\s?\(|!\s?\d/g;
const EQUALS = /=/g;
const UNITS: readonly (readonly [sign: string, spelled: RegExp])[] = [
  ["%", /%|per\s?cent/i],
  ["$", /\$|dollar|usd/i],
  ["€", /€|euro?/i],
  ["£", /£|pound|gbp/i],
  ["¥", /¥|yen|yuan/i],
  ["°", /°|degree|circ/i],
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const valueOf = (numeral: string): Quotient | null =>
  parseDecimal(numeral.replace("−", "-").replace(/[.,]$/, "").replaceAll(",", ""));

/** Whether an answer states a number that the reference does not have, or makes another of one that it has. */
function hasOtherNumber(answer: string, reference: string): boolean {
  const known = (reference.match(NUMERAL) ?? []).map(valueOf);
  return [...answer.matchAll(NUMERAL)].some(({ 0: numeral, index }) => {
    const value = valueOf(numeral);
    const isKnown = value !== null && known.some((each) => each !== null && equalQuotients(each, value));
    return !isKnown || changesNumber(answer.slice(index + numeral.length));
  });
}

/** So many words more than the reference, none of which any language has often, are names beside names. */
const LEAST_LISTED = 3;

/** Whether an answer lists candidates with nothing but spaces between them. */
function isPile(answer: string, reference: string): boolean {
  const known = new Set(words(reference.toLowerCase()));
  const said = words(answer.toLowerCase()).filter((word) => !known.has(word));
  return said.length >= LEAST_LISTED && mostFrequent(said.filter((word) => word.length > 1)) === 0;
}

/**
 * Whether an answer that holds the reference says more than that: offers another answer beside it, denies it, or, for
 * a number, makes another number or a bound of it, or leaves out its unit.
 */
export function isHedged(answer: string, reference: string): boolean {
  const more = (pattern: RegExp): number => count(answer, pattern) - count(reference, pattern);
  if (more(DOUBT) > 0 || more(SEPARATOR) > MOST_SEPARATORS || isPile(answer, reference)) return true;
  if (count(reference, POLAR) > 0) return more(POLAR) > 0;
  if (!/\d/.test(reference)) return false;
  if (UNITS.some(([sign, spelled]) => reference.includes(sign) && !spelled.test(answer))) return true;
  return more(OPERATOR) > 0 || more(EQUALS) > 1 || hasOtherNumber(answer, reference);
}
