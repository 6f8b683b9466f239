import { describe, expect, it } from "vitest";
import { deviationOf, isScorable, momentsOf, weightedMean } from "../../../src/advantage/statistics.js";

describe("isScorable", () => {
  it("takes finite numbers only", () => {
    const values = [
      0,
      -1,
      1e300,
      5e-324,
      null,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    expect(values.filter(isScorable)).toEqual([0, -1, 1e300, 5e-324]);
  });
});

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe("momentsOf", () => {
  it.each([
    [of(1, 2, 3, 6), 3],
    [of(-1, 1), 0],
    [of(7), 7],
    [of(1, Number.NaN, 2), 1.5],
    [of(Number.NaN), Number.NaN],
  ])("has the mean of %o", (values, expected) => {
    expect(momentsOf(values).mean).toBe(expected);
  });

  it.each([0.1, 0.3, 1 / 3, 1e300, 5e-324, -1e300])(
    "of any number of times %d has exactly that mean",
    (value) => {
      for (const count of [1, 2, 3, 7, 10, 1000]) {
        expect(momentsOf(new Float64Array(count).fill(value)).mean).toBe(value);
      }
    },
  );

  it("reads a range", () => {
    expect(momentsOf(of(9, 1, 3, 9), 1, 3)).toEqual({ count: 2, mean: 2, isConstant: false });
  });
});

describe("deviationOf", () => {
  it("divides by n - 1 or by n", () => {
    expect(deviationOf(of(1, 0, 0, 1), 1)).toBeCloseTo(Math.sqrt(1 / 3), 15);
    expect(deviationOf(of(1, 0, 0, 1), 0)).toBe(0.5);
  });

  it("is 0 for equal values, for too few and for none", () => {
    expect(deviationOf(of(0.1, 0.1, 0.1), 1)).toBe(0);
    expect(deviationOf(of(7, Number.NaN), 1)).toBe(0);
    expect(deviationOf(of(7), 0)).toBe(0);
    expect(deviationOf(of(), 1)).toBe(0);
    expect(deviationOf(of(), 0)).toBe(0);
  });

  it.each([1e-300, 1e-150, 1e150, 1e300])("neither under- nor overflows for values about %d", (scale) => {
    expect(deviationOf(of(scale, -scale), 0) / scale).toBeCloseTo(1, 15);
  });

  it("is positive for the smallest spread", () => {
    const values = new Float64Array(100);
    values[0] = Number.MIN_VALUE;
    expect(deviationOf(values, 1)).toBeGreaterThan(0);
  });

  it("keeps its precision far from zero", () => {
    expect(deviationOf(of(1e9, 1e9 + 1, 1e9 + 2), 1)).toBe(1);
  });
});

describe("weightedMean", () => {
  it("counts each value as often as its weight says, and leaves NaN out", () => {
    expect(weightedMean(of(1, 4, Number.NaN), of(2, 1, 5), 0, 3)).toBe(2);
  });

  it("is the plain mean where no value has weight", () => {
    expect(weightedMean(of(1, 3), of(0, 0), 0, 2)).toBe(2);
  });

  it("of equal values is exactly that value", () => {
    expect(weightedMean(of(0.3, 0.3, 0.3), of(1, 7, 3), 0, 3)).toBe(0.3);
  });
});
