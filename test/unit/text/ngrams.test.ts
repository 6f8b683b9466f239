import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ngramIndex } from "../../../src/text/index.js";

/** The n-grams as text, numbered in the order of their first appearance. */
function numbered(texts: readonly (readonly number[])[], n: number): number[][] {
  const ids = new Map<string, number>();
  return texts.map((units) => {
    const starts = units.slice(0, Math.max(0, units.length - n + 1));
    return starts.map((_, start) => {
      const ngram = units.slice(start, start + n).join();
      if (!ids.has(ngram)) ids.set(ngram, ids.size);
      return ids.get(ngram) as number;
    });
  });
}

describe("ngramIndex", () => {
  it("numbers equal n-grams alike, in all texts", () => {
    const texts = fc.array(fc.array(fc.nat(3), { maxLength: 40 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), (each, n) => {
        const index = ngramIndex(n);
        expect(each.map((units) => [...index(units)])).toEqual(numbered(each, n));
      }),
    );
  });

  it("keeps many apart", () => {
    const units = Array.from({ length: 5000 }, (_, i) => i);
    expect([...ngramIndex(3)([...units, ...units])].slice(0, 5000)).toEqual(units);
    expect(new Set(ngramIndex(3)([...units, ...units])).size).toBe(5000);
  });
});
