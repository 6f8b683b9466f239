import { type Bin, isValue, joined } from "../statistics/histogram.js";

/** A bar of a plot. */
export interface Bar extends Bin {
  /** Where it is drawn. */
  readonly x1: number;
  readonly x2: number;
}

/** So few values are drawn as bars apart from each other. */
const MAX_APART = 12;
const MAX_BARS = 40;

/** The least and the greatest value of some bins. */
function extentOf(bins: readonly Bin[]): readonly [least: number, greatest: number] {
  return [Math.min(...bins.map(({ from }) => from)), Math.max(...bins.map(({ to }) => to))];
}

/** Where an axis has its marks: at the values, if they are few. */
export const ticksOf = (bars: readonly Bar[]): number | number[] =>
  bars.every(isValue) && bars.length <= 5 ? bars.map(({ from }) => from) : 6;

/** How far a bar for a single value reaches to both sides. */
function reach(values: readonly number[]): number {
  const [least = 0, greatest = 0] = [values[0], values.at(-1)];
  const gaps = values.slice(1).map((value, at) => value - (values[at] ?? value));
  return gaps.length === 0 ? 0.04 : Math.min(0.42 * Math.min(...gaps), 0.04 * (greatest - least));
}

/** The bins of several histograms, cut alike so that they can be compared. */
export function cutAlike(
  histograms: readonly (readonly Bin[])[],
  most: number = MAX_BARS,
): readonly (readonly Bar[])[] {
  const bins = histograms.flat();
  const values = [...new Set(bins.map(({ from }) => from))].sort((a, b) => a - b);
  if (bins.every(isValue) && values.length <= MAX_APART) {
    const half = reach(values);
    return histograms.map((each) => each.map((bin) => ({ ...bin, x1: bin.from - half, x2: bin.to + half })));
  }
  const extent = extentOf(bins);
  return histograms.map((each) =>
    joined(each, most, extent).map((bin) => ({ ...bin, x1: bin.from, x2: bin.to })),
  );
}
