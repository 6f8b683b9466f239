/** A distribution, as data: how many observations were at most each bound, all of them, and their sum. */
export interface Distribution {
  readonly count: number;
  readonly sum: number;
  /** `[bound, observations up to it]`, ascending; those above the last bound are in `count` alone. */
  readonly buckets: readonly (readonly [bound: number, count: number])[];
}

/** Bounds for what takes from microseconds to minutes. */
export const SECONDS: readonly number[] = [
  0.00001, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120,
];

/** Counts observations. */
export interface Histogram {
  readonly observe: (value: number) => void;
  readonly read: () => Distribution;
}

/** @param bounds ascending */
export function createHistogram(bounds: readonly number[]): Histogram {
  const counts = bounds.map(() => 0);
  let count = 0;
  let sum = 0;
  return {
    observe: (value) => {
      count++;
      sum += value;
      const at = bounds.findIndex((bound) => value <= bound);
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
    },
    read: () => {
      let below = 0;
      const buckets = bounds.map((bound, at) => [bound, (below += counts[at] ?? 0)] as const);
      return { count, sum, buckets };
    },
  };
}
