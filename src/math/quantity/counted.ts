import { lazy } from "../lazy.js";
import { plainText, singular } from "../words/index.js";
import { parseCounted, parseUnit } from "./parse-unit.js";
import { wordsOf } from "./opposites.js";
import { isSameUnit } from "./relate.js";

const MAX_LENGTH = 80;
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the"]);

/** Words that make what follows another thing or another number of it. */
const MEANINGFUL: ReadonlySet<string> = new Set(
  [
    "no not non neither nor never without more less fewer extra additional other another half quarter double twice",
    "times of in on at by for from to with than per and or but if is are square sq cubic negative minus about unused",
  ].flatMap((words) => words.split(" ")),
);

/** What makes an unknown word a unit: `units^2`. */
const POWER = /[\^²³]/;

/** Words behind a number that make another number of it, or take it back. */
const ALTERING: ReadonlySet<string> = new Set(
  [
    "no not non neither nor never or without times squared cubed factorial plus minus than if unless maybe perhaps ish",
    "hundred thousand million billion trillion dozen incorrect wrong false",
    "and above below upwards onwards half halves thirds quarters doubled tripled",
  ].flatMap((words) => words.split(" ")),
);

/**
 * Whether a value means the same without the text behind it: a unit, or words for what is counted. Not so for factors
 * ("million"), alternatives ("or so"), single letters, and what is more than words ("yes/no").
 */
export function isDroppableUnit(text: string): boolean {
  const readings = parseUnit(text);
  if (readings.length > 0) return readings.some(({ dimension }) => dimension.size > 0);
  const words = wordsOf(text) ?? [];
  if (words.some((word) => ALTERING.has(word))) return false;
  return words.some((word) => !/^[a-z]$/.test(word)) || (parseCounted(text).length > 0 && POWER.test(text));
}

const NO_WORDS = lazy(() => /(?![\s.-])\P{L}/u);

/** The nouns of a counted thing in the singular, without articles; `null` if it is more than words. */
function nounsOf(text: string): readonly string[] | null {
  const plain = text.length > MAX_LENGTH ? null : plainText(text)?.trim();
  if (!plain || NO_WORDS().test(plain)) return null;
  const words = plain.toLowerCase().split(/[\s.-]+/);
  return words.filter((word) => word !== "" && !ARTICLES.has(word)).map(singular);
}

/** Whether `long` is `short` with a description before it: "children tickets", "tickets". */
function describes(long: readonly string[], short: readonly string[]): boolean {
  const extra = long.length - short.length;
  if (short.length === 0 || extra < 0 || extra > 2) return false;
  if (!short.every((word, index) => word === long[extra + index])) return false;
  return long.slice(0, extra).every((word) => !MEANINGFUL.has(word) && parseUnit(word).length === 0);
}

/**
 * Whether two texts behind numbers name the same counted thing or the same unit: "apple" and "apples", "square units"
 * and "units^2", "dollars" and "$", "tickets" and "children tickets". Symmetric. Units of different size are not the
 * same.
 */
export function sameCountedThing(a: string, b: string): boolean {
  const [left, right] = [parseUnit(a), parseUnit(b)];
  if (left.length > 0 && right.length > 0) return isSameUnit(left, right);
  if (isSameUnit(parseCounted(a), parseCounted(b))) return true;
  if (left.length > 0 || right.length > 0) return false;
  const [first, second] = [nounsOf(a), nounsOf(b)];
  if (first === null || second === null) return false;
  return describes(first, second) || describes(second, first);
}
