import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ngramIndex,
  pythonSplit,
  splitCharacters,
  splitSpaced,
  splitWords,
  words,
} from "../../src/text/index.js";
import { hostileText } from "./texts.js";

/** What four bytes at a time, UTF-8 and lower case might get wrong, and runs around the longest word. */
const PIECES = [
  "the sum",
  "The Sum",
  "azAZ09 09azAZ",
  "@[`{/:~\x7f",
  "\x00\x08\x0e\x1b",
  "\x0b\x0c\x1c\x1f",
  "\x85\u00a0\u3000",
  "İΣßK",
  "e\u0301",
  "नमस्ते",
  "数学かな",
  "𝐱𝐲",
  "😀",
  "\ud800",
  "\udfff",
  ...["z", "é", "!", "! ", "😀", "𝐱"].flatMap((part) => [20, 21, 40, 41].map((count) => part.repeat(count))),
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), hostileText, fc.string({ unit: "binary", maxLength: 6 })), {
    maxLength: 10,
  })
  .map((parts) => parts.join(""));

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const IDEOGRAPH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;
const LONGEST = 40;

function kindOf(character: string): "space" | "ideograph" | "letter" | "mark" {
  if (/\s/.test(character)) return "space";
  if (IDEOGRAPH.test(character)) return "ideograph";
  return LETTER.test(character) ? "letter" : "mark";
}

/** Words, cut character by character. */
function plainWords(whole: string): string[] {
  const found: string[] = [];
  let run = "";
  let marks: string[] = [];
  const endGap = (): void => {
    if (marks.join("").length > LONGEST) found.push(...marks);
    marks = [];
  };
  const endRun = (): void => {
    if (run.length > LONGEST) found.push(...Array.from(run));
    else if (run !== "") found.push(run);
    run = "";
  };
  for (const character of whole) {
    const kind = kindOf(character);
    if (kind === "letter" || kind === "ideograph") endGap();
    if (kind !== "letter") endRun();
    if (kind === "letter") run += character;
    else if (kind === "ideograph") found.push(character);
    else if (kind === "mark") marks.push(character);
  }
  endRun();
  endGap();
  return found;
}

/** By the place of each n-gram, the place where it stood first. */
function firstPlaces(pieces: readonly string[], n: number): number[] {
  const firsts = new Map<string, number>();
  return pieces.slice(0, Math.max(0, pieces.length - n + 1)).map((_, place) => {
    const ngram = JSON.stringify(pieces.slice(place, place + n));
    if (!firsts.has(ngram)) firsts.set(ngram, place);
    return firsts.get(ngram) as number;
  });
}

describe("pieces of any text", () => {
  it("are its words", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(words(any)).toEqual(plainWords(any));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["words", splitWords, plainWords],
    ["what stands between white space", splitSpaced, pythonSplit],
    ["characters", splitCharacters, (any: string) => Array.from(any).filter((each) => !/\s/.test(each))],
  ] as const)("make n-grams of %s in lower case, none of which is taken for another", (_kind, split, cut) => {
    const indices = [1, 2, 3, 5].map((n) => ({ n, index: ngramIndex(n) }));
    fc.assert(
      fc.property(text, fc.constantFrom(...indices), (any, { n, index }) => {
        index.clear();
        expect([...index.ofText(any, split)]).toEqual(firstPlaces(cut(any.toLowerCase()), n));
      }),
      { numRuns: 1000 },
    );
  });
});
