import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, quantile } from "../../../../src/cli/top/distributions.js";
import { createHistogram } from "../../../../src/server/observe/histogram.js";

const BOUNDS = [-1, 0, 0.5, 1, 10];

function histogramOf(values: readonly number[]): ReturnType<typeof createHistogram> {
  const histogram = createHistogram(BOUNDS);
  for (const value of values) histogram.observe(value);
  return histogram;
}

describe("difference", () => {
  it("is what was observed between two readings", () => {
    const histogram = histogramOf([0.1, 5]);
    const earlier = histogram.read();
    for (const value of [0.2, 0.25, 7]) histogram.observe(value);
    expect(difference(histogram.read(), earlier)).toEqual({
      ...histogramOf([0.2, 0.25, 7]).read(),
      sum: expect.closeTo(7.45, 10) as number,
    });
  });
});

describe("quantile", () => {
  it.each([
    [[], 0.5, null],
    [[0.6, 0.7, 0.8, 0.9], 0.5, 0.75],
    [[0.6, 0.7, 0.8, 0.9], 1, 1],
    [[0.6, 99, 99], 0.99, 10],
  ])("of %j at %d is %s", (values, share, expected) => {
    expect(quantile(histogramOf(values).read(), share)).toBe(expected);
  });

  it("lies in the bucket of the observation of that rank", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1, max: 10 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (observed, share) => {
        const sorted = [...observed].sort((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
        const found = quantile(histogramOf(observed).read(), share) ?? NaN;
        const upper = BOUNDS.findIndex((bound) => exact <= bound);
        expect(found).toBeLessThanOrEqual(BOUNDS[upper] ?? NaN);
        expect(found).toBeGreaterThanOrEqual(BOUNDS[upper - 1] ?? -1);
      }),
    );
  });
});
