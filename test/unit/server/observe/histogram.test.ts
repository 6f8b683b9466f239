import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHistogram } from "../../../../src/server/observe/histogram.js";

const BOUNDS = [-1, 0, 0.5, 1, 10];

function histogramOf(values: readonly number[]): ReturnType<typeof createHistogram> {
  const histogram = createHistogram(BOUNDS);
  for (const value of values) histogram.observe(value);
  return histogram;
}

describe("createHistogram", () => {
  it("counts what is at most each bound", () => {
    expect(histogramOf([-5, 0, 0.2, 1, 99]).read()).toEqual({
      count: 5,
      sum: 95.2,
      buckets: [
        [-1, 1],
        [0, 2],
        [0.5, 3],
        [1, 4],
        [10, 4],
      ],
    });
  });

  it("is cumulative, whatever is observed", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -100, max: 100 })), (values) => {
        const { count, buckets } = histogramOf(values).read();
        expect(count).toBe(values.length);
        for (const [bound, upTo] of buckets) {
          expect(upTo).toBe(values.filter((value) => value <= bound).length);
        }
      }),
    );
  });
});
