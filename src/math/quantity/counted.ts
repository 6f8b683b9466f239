import { plainText, singular } from "../words/index.js";
import { parseCounted, parseUnit } from "./parse-unit.js";
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

/** The nouns of a counted thing in the singular, without articles; `null` if it is more than words. */
function nounsOf(text: string): readonly string[] | null {
  const plain = text.length > MAX_LENGTH ? null : plainText(text)?.trim();
  if (!plain || !/^[\p{L}\s.-]+$/u.test(plain)) return null;
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
