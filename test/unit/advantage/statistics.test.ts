import { describe, expect, it } from "vitest";
import { isScorable, mean, standardDeviation } from "../../../src/advantage/statistics.js";

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

describe("mean", () => {
  it.each([
    [[1, 2, 3, 6], 3],
    [[-1, 1], 0],
    [[7], 7],
    [[1e308, 1e308], 1e308],
    [[1e308, -1e308], 0],
  ])("of %j", (values, expected) => {
    expect(mean(values)).toBe(expected);
  });

  it.each([0.1, 0.3, 1 / 3, 1e300, 5e-324, -1.7e308])(
    "of any number of times %d is exactly that",
    (value) => {
      for (const count of [1, 2, 3, 7, 10, 1000]) {
        expect(mean(new Array<number>(count).fill(value))).toBe(value);
      }
    },
  );
});

describe("standardDeviation", () => {
  it("divides by n - 1 or by n", () => {
    expect(standardDeviation([1, 0, 0, 1], 1)).toBeCloseTo(Math.sqrt(1 / 3), 15);
    expect(standardDeviation([1, 0, 0, 1], 0)).toBe(0.5);
  });

  it("is 0 for equal values, for too few and for none", () => {
    expect(standardDeviation([0.1, 0.1, 0.1], 1)).toBe(0);
    expect(standardDeviation([7], 1)).toBe(0);
    expect(standardDeviation([7], 0)).toBe(0);
    expect(standardDeviation([], 1)).toBe(0);
    expect(standardDeviation([], 0)).toBe(0);
  });

  it.each([1e-300, 1e300])("neither under- nor overflows for values about %d", (scale) => {
    expect(standardDeviation([scale, -scale], 0) / scale).toBe(1);
  });

  it("keeps its precision far from zero", () => {
    expect(standardDeviation([1e9, 1e9 + 1, 1e9 + 2], 1)).toBe(1);
  });
});
