import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAgreement } from "../../../../src/cli/stats/agreement.js";
import type { Score } from "../../../../src/core/index.js";

function agreementOf(pairs: readonly (readonly [Score, Score])[], threshold = 1) {
  const counts = countAgreement(threshold);
  for (const [a, b] of pairs) counts.add({ a, b });
  return counts.results();
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe("countAgreement", () => {
  it("has the kappa of the textbook: 20 and 15 of 50 alike, 5 and 10 not", () => {
    const table: [Score, Score][] = [
      ...times<[Score, Score]>(20, [1, 1]),
      ...times<[Score, Score]>(5, [1, 0]),
    ];
    table.push(...times<[Score, Score]>(10, [0, 1]), ...times<[Score, Score]>(15, [0, 0]));
    const [pair] = agreementOf(table);
    expect(pair).toMatchObject({ rewards: ["a", "b"], completions: 50, agree: 0.7 });
    expect(pair?.kappa).toBeCloseTo(0.4, 12);
  });

  it("leaves out what one of them did not score, and has no figure of what is constant", () => {
    expect(
      agreementOf([
        [1, null],
        [null, 0],
      ]),
    ).toEqual([]);
    expect(
      agreementOf([
        [1, 1],
        [1, 0],
        [null, 0],
      ]),
    ).toMatchObject([{ completions: 2, agree: 0.5, kappa: null, correlation: null }]);
  });

  it("takes the threshold for passing", () => {
    const pairs: [Score, Score][] = [
      [0.5, 0.6],
      [0.4, 0.2],
    ];
    expect(agreementOf(pairs)[0]?.kappa).toBeNull();
    expect(agreementOf(pairs, 0.5)[0]?.kappa).toBe(1);
  });

  it("is Pearson's correlation, far from zero too", () => {
    const score = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 20 }),
        fc.constantFrom(0, 1e6),
        (pairs, shift) => {
          const mean = (values: readonly number[]): number =>
            values.reduce((sum, x) => sum + x, 0) / values.length;
          const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
          const products = (x: readonly number[], y: readonly number[]): number =>
            x.reduce((sum, value, i) => sum + (value - mean(x)) * ((y[i] ?? 0) - mean(y)), 0);
          const scale = Math.sqrt(products(a, a) * products(b, b));
          const actual = agreementOf(pairs.map(([x, y]) => [x + shift, y + shift]))[0]?.correlation;
          if (scale < 1e-9) expect(actual).toBeNull();
          else expect(actual).toBeCloseTo(products(a, b) / scale, 8);
        },
      ),
    );
  });

  it("compares the first eight of more rewards", () => {
    const counts = countAgreement(1);
    counts.add(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`r${i}`, i])));
    expect(counts.results()).toHaveLength(28);
  });
});
