import { describe, expect, it } from "vitest";
import { createHistogram, joined } from "../../../../../src/cli/report/statistics/histogram.js";

function histogramOf(values: Iterable<number>) {
  const histogram = createHistogram();
  for (const value of values) histogram.add(value);
  return histogram.bins();
}

const total = (bins: readonly { readonly count: number }[]): number =>
  bins.reduce((sum, { count }) => sum + count, 0);

describe("createHistogram", () => {
  it("counts few values one by one, in order, and zero once", () => {
    expect(histogramOf([1, 0, -0, 1, 0.5])).toEqual([
      { from: 0, to: 0, count: 2 },
      { from: 0.5, to: 0.5, count: 1 },
      { from: 1, to: 1, count: 2 },
    ]);
  });

  it.each([
    ["many values", Array.from({ length: 10_000 }, (_, i) => Math.sin(i))],
    [
      "values far apart",
      Array.from({ length: 2000 }, (_, i) => 1.5 ** i * (i % 2 === 0 ? 1 : -1)).filter(Number.isFinite),
    ],
    ["values that nearly touch", Array.from({ length: 1000 }, (_, i) => 1 + i * Number.EPSILON)],
    [
      "the largest and the smallest",
      [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, ...Array(200).keys()],
    ],
  ])("holds %s in few bins of one width, and loses none", (_name, values) => {
    const bins = histogramOf(values);
    expect(bins.length).toBeLessThanOrEqual(512);
    expect(total(bins)).toBe(values.length);
    for (const { from, to } of bins) expect(to).toBeGreaterThan(from);
    const least = Math.min(...values);
    expect(bins[0]?.from).toBeLessThanOrEqual(least);
  });
});

describe("joined", () => {
  it("joins bins until few enough of one width stand between two values", () => {
    const bins = histogramOf(Array.from({ length: 1000 }, (_, i) => i / 1000));
    const few = joined(bins, 10, [0, 1]);
    expect(few.length).toBeLessThanOrEqual(11);
    expect(total(few)).toBe(1000);
    expect(new Set(few.map(({ from, to }) => to - from)).size).toBe(1);
  });
});
