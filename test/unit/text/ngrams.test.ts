import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ngramIndex, splitSpaced, splitWords } from "../../../src/text/index.js";

/** By the place of each n-gram in all texts, the place where it stood first. */
function firstPlaces(texts: readonly (readonly number[])[], n: number): number[][] {
  const firsts = new Map<string, number>();
  let place = 0;
  return texts.map((units) => {
    const starts = units.slice(0, Math.max(0, units.length - n + 1));
    const found = starts.map((_, start) => {
      const ngram = units.slice(start, start + n).join();
      if (!firsts.has(ngram)) firsts.set(ngram, place + start);
      return firsts.get(ngram) as number;
    });
    place += units.length;
    return found;
  });
}

const fewTexts = fc.array(fc.array(fc.nat(3), { maxLength: 40 }), { maxLength: 4 });
const sizes = fc.integer({ min: 1, max: 12 });

describe("ngramIndex", () => {
  it("finds equal n-grams of tokens, in all texts", () => {
    fc.assert(
      fc.property(fewTexts, sizes, (texts, n) => {
        const index = ngramIndex(n);
        const expected = firstPlaces(texts, n);
        expect(texts.map((units) => [...index.ofTokens(units)])).toEqual(expected);
        expect(index.distinct()).toBe(new Set(expected.flat()).size);
      }),
    );
  });

  it("finds equal n-grams of words of any length, in all texts, and forgets them", () => {
    const index = ngramIndex(3);
    const vocabulary = ["a", "éclair", "eightlet", "ninelette", "many words' letters".replaceAll(" ", "x")];
    fc.assert(
      fc.property(fewTexts, fc.constantFrom(splitWords, splitSpaced), (texts, split) => {
        index.clear();
        const written = texts.map((units) => units.map((unit) => vocabulary[unit]).join("  "));
        expect(written.map((text) => [...index.ofText(text, split)])).toEqual(firstPlaces(texts, 3));
      }),
    );
  });

  it("tells words apart that begin, or end, with the same", () => {
    const words = [
      "x",
      "xx",
      "xxxxxxxx",
      "xxxxxxxxx",
      "xxxxxxxxy",
      "yxxxxxxxx",
      "xxxxxxxxxxxxxxxxxx",
      "\0",
      "x\0",
    ];
    const index = ngramIndex(1);
    index.ofText([...words, ...words].join(" "), splitSpaced);
    expect(index.distinct()).toBe(words.length);
  });

  it("keeps many apart", () => {
    const units = Array.from({ length: 5000 }, (_, i) => i);
    const index = ngramIndex(3);
    expect([...index.ofTokens([...units, ...units])].slice(0, 5000)).toEqual(units);
    expect(index.distinct()).toBe(5000);
  });
});
