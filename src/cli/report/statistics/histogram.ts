/** Values from `from` to below `to`; one value alone where both are the same. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts of values whose range is not known beforehand, in bounded memory. */
export interface Histogram {
  readonly add: (value: number) => void;
  /** All bins that hold something, in order: of one width, a power of two, or single values where these are few. */
  readonly bins: () => readonly Bin[];
}

/** So many different values are counted one by one: rewards mostly have few. */
const MAX_VALUES = 64;

/** So many bins are kept; a plot shows fewer. */
const MAX_BINS = 512;

type Counts = Map<number, number>;

/** Counts by value, or by the number of a bin as wide as 2 to the `exponent`. */
interface State {
  readonly counts: Counts;
  readonly exponent: number | null;
}

function regrouped(counts: Counts, groupOf: (key: number) => number): Counts {
  const grouped: Counts = new Map();
  for (const [key, count] of counts) {
    const group = groupOf(key);
    grouped.set(group, (grouped.get(group) ?? 0) + count);
  }
  return grouped;
}

/** Up to here a double tells a bin's number from the next. */
const MAX_EXPONENT_OF_NUMBERS = 52;

/** The least width, as an exponent, by which values fit into some bins whose numbers doubles can tell apart. */
function fittingExponent(counts: Counts, bins: number): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of counts.keys()) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const size = Math.max(Math.abs(least), Math.abs(most));
  return Math.max(
    -1000,
    Math.ceil(Math.log2(most / bins - least / bins)),
    Math.ceil(Math.log2(size)) - MAX_EXPONENT_OF_NUMBERS,
  );
}

function coarser({ counts, exponent }: State): State {
  if (exponent !== null) {
    return { counts: regrouped(counts, (bin) => Math.floor(bin / 2)), exponent: exponent + 1 };
  }
  const width = fittingExponent(counts, MAX_BINS);
  return { counts: regrouped(counts, (value) => Math.floor(value / 2 ** width)), exponent: width };
}

/** A histogram without values. */
export function createHistogram(): Histogram {
  let state: State = { counts: new Map(), exponent: null };
  // Zero has one sign here.
  const keyOf = (value: number): number =>
    state.exponent === null ? value + 0 : Math.floor(value / 2 ** state.exponent);
  const isTooLarge = (key: number): boolean =>
    state.exponent !== null && Math.abs(key) > 2 ** MAX_EXPONENT_OF_NUMBERS;
  const add = (value: number): void => {
    while (isTooLarge(keyOf(value))) state = coarser(state);
    const key = keyOf(value);
    state.counts.set(key, (state.counts.get(key) ?? 0) + 1);
    while (state.counts.size > (state.exponent === null ? MAX_VALUES : MAX_BINS)) state = coarser(state);
  };
  const bins = (): Bin[] => {
    const { counts, exponent } = state;
    const width = exponent === null ? 0 : 2 ** exponent;
    const sorted = [...counts].sort(([a], [b]) => a - b);
    return sorted.map(([key, count]) =>
      exponent === null ? { from: key, to: key, count } : { from: key * width, to: (key + 1) * width, count },
    );
  };
  return { add, bins };
}

/** Whether the bin is a single value. */
export const isValue = ({ from, to }: Bin): boolean => from === to;

/**
 * Bins joined until at most `most` of one width, a power of two, are needed between two values: histograms that are
 * joined between the same ones have the same bins.
 */
export function joined(
  bins: readonly Bin[],
  most: number,
  [least, greatest]: readonly [least: number, greatest: number],
): readonly Bin[] {
  const widths = bins.filter((bin) => !isValue(bin)).map(({ from, to }) => to - from);
  const width = Math.max(2 ** Math.ceil(Math.log2(greatest / most - least / most)), ...widths);
  const counts = new Map<number, number>();
  for (const { from, count } of bins) {
    const at = Math.floor(from / width);
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  return [...counts].map(([at, count]) => ({ from: at * width, to: (at + 1) * width, count }));
}
