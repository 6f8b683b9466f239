import { lazy } from "../lazy.js";
import { plainText, singular } from "../words/index.js";

const MAX_LENGTH = 80;

/** Directions and sexes that no answer may have the wrong way round. */
const OPPOSITES: readonly (readonly string[])[] = [
  ["left", "right"],
  ["north", "south", "east", "west"],
  ["above", "below"],
  ["up", "down"],
  ["upward", "downward"],
  ["upwards", "downwards"],
  ["more", "less", "fewer"],
  ["before", "after"],
  ["faster", "slower"],
  ["older", "younger"],
  ["gain", "loss"],
  ["profit", "loss"],
  ["increase", "decrease"],
  ["clockwise", "counterclockwise"],
  ["boy", "girl"],
  ["man", "woman"],
  ["male", "female"],
];

const NO_WORDS = lazy(() => /(?![\s.,'’-])\P{L}/u);

/** The words of a text behind a number, in small letters; `null` if it is more than words. */
export function wordsOf(text: string): readonly string[] | null {
  const plain = text.length > MAX_LENGTH ? null : plainText(text)?.trim();
  if (!plain || NO_WORDS().test(plain)) return null;
  return plain
    .toLowerCase()
    .split(/[\s.,-]+/)
    .filter((word) => word !== "");
}

/** Whether two texts behind numbers say opposite things: "km north" and "km south". */
export function areOpposite(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a)?.map(singular), wordsOf(b)?.map(singular)];
  if (!left || !right) return false;
  return OPPOSITES.some((words) =>
    words.some(
      (word) =>
        left.includes(word) &&
        !right.includes(word) &&
        words.some((other) => other !== word && right.includes(other)),
    ),
  );
}
