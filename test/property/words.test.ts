import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareWords,
  isYesNo,
  parseChoice,
  parseNumberWord,
  plainText,
} from "../../src/math/words/index.js";
import { hostileText } from "./texts.js";

const VOCABULARY =
  "yes no true Alice Bob even odd not neither solution solutions converges Tuesday three twenty one circle and or the a".split(
    " ",
  );
const phrase = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" "));
const MARKS = [
  "\\text{",
  "}",
  "(B)",
  "B",
  "A",
  ",",
  " and ",
  ".",
  ")",
  "(",
  "-",
  "'",
  "!",
  "3",
  "x",
  "\\",
  "是",
  "Ａ",
  " ",
];
const marked = fc.array(fc.constantFrom(...MARKS), { maxLength: 10 }).map((pieces) => pieces.join(""));
const text = fc.oneof(hostileText, phrase, marked, fc.string({ unit: "binary", maxLength: 20 }));

/** Ways to write the same words. */
const SPELLINGS: readonly ((words: string) => string)[] = [
  (words) => `\\text{${words}}`,
  (words) => `\\textbf{ ${words} }.`,
  (words) => `“${words}”`,
  (words) => words.toLowerCase(),
  (words) => words.toUpperCase(),
  (words) => words.replaceAll(" ", "  "),
];

describe("compareWords", () => {
  it("takes every text for the same as itself, or for no words", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(compareWords(any, any)).not.toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is symmetric", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareWords(a, b)).toBe(compareWords(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it("does not look at how words are written", () => {
    const words = phrase.filter((said) => said.split(" ").every((word) => word.length > 1));
    fc.assert(
      fc.property(words, fc.constantFrom(...SPELLINGS), (said, spell) => {
        expect(compareWords(said, spell(said))).toBe(true);
      }),
    );
  });

  it("never takes a text for the same as one that says more", () => {
    const more = fc.constantFrom("not", "never", "except", "perhaps", "zebra", "or Zoe", "and Zoe");
    fc.assert(
      fc.property(phrase, more, fc.boolean(), (said, extra, before) => {
        expect(compareWords(said, before ? `${extra} ${said}` : `${said} ${extra}`)).not.toBe(true);
      }),
    );
  });

  it("never takes an answer for another one", () => {
    const answers =
      "yes,no,true,false,Alice,Bob,even,odd,neither,no solution,undefined,DNE,three,4,Monday,May".split(",");
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.constantFrom(...answers), (a, b) => {
        if (a !== b) expect(compareWords(a, b)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("parseChoice", () => {
  it("finds distinct capitals, and a text only behind a single one", () => {
    fc.assert(
      fc.property(text, (any) => {
        const choice = parseChoice(any);
        if (choice === null) return;
        expect(choice.letters).toMatch(/^[A-Z]+$/);
        expect(new Set(choice.letters).size).toBe(choice.letters.length);
        if (choice.letters.length > 1) expect(choice.rest).toBe("");
      }),
      { numRuns: 1000 },
    );
  });

  it("reads every way to mark an option", () => {
    const letter = fc.constantFrom("A", "B", "C", "D", "E");
    const forms = [
      "L",
      "(L)",
      "L.",
      "\\text{L}",
      "\\textbf{(L)} 42",
      "Option L",
      "L) Paris",
      "选L",
      "$\\text{(L)}$",
    ];
    fc.assert(
      fc.property(letter, fc.constantFrom(...forms), (chosen, form) => {
        expect(parseChoice(form.replace("L", chosen))?.letters).toBe(chosen);
      }),
    );
  });

  it("never finds a single letter where several stand as alternatives", () => {
    const letters = fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { minLength: 2, maxLength: 4 });
    const forms = ["L or ", "L, or ", "L ", "L; ", "L. ", "L/", "L) x ", "(L) 1 ", "L 或 "];
    fc.assert(
      fc.property(letters, fc.constantFrom(...forms), (picked, form) => {
        const all = picked.map((letter) => form.replace("L", letter)).join("");
        expect(parseChoice(all)?.letters ?? "none").not.toHaveLength(1);
      }),
    );
  });
});

describe("every text", () => {
  const long = fc
    .constantFrom("\\text{", "{", "A, ", "one hundred ", "(", "and ", "'", "é", "5", "\\ ", "A")
    .map((piece) => piece.repeat(Math.ceil(2 ** 20 / piece.length)));

  it("has an answer to each question", () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: text, weight: 20 }, { arbitrary: long, weight: 1 }), (any) => {
        expect([true, false, null]).toContain(compareWords(any, "Alice"));
        expect(["yes", "no", null]).toContain(isYesNo(any));
        expect(parseNumberWord(any) ?? 0n).toBeGreaterThanOrEqual(0n);
        expect(parseChoice(any)?.letters ?? "A").not.toBe("");
        expect(plainText(any)?.length ?? 0).toBeLessThanOrEqual(any.length);
      }),
      { numRuns: 500 },
    );
  });
});
