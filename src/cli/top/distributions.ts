import type { Distribution } from "../../server/index.js";

/** What was observed between two readings of one histogram. */
export function difference(later: Distribution, earlier: Distribution): Distribution {
  return {
    count: later.count - earlier.count,
    sum: later.sum - earlier.sum,
    buckets: later.buckets.map(([bound, count], at) => [bound, count - (earlier.buckets[at]?.[1] ?? 0)]),
  };
}

/**
 * The value that a share of the observations, from 0 to 1, does not exceed: along the line between the bounds around
 * it. `null` without observations; above the last bound, that bound.
 */
export function quantile({ count, buckets }: Distribution, share: number): number | null {
  if (count === 0) return null;
  const rank = share * count;
  let [lower, below] = [Math.min(0, buckets[0]?.[0] ?? 0), 0];
  for (const [bound, upTo] of buckets) {
    if (upTo >= rank && upTo > below) return lower + ((bound - lower) * (rank - below)) / (upTo - below);
    [lower, below] = [bound, upTo];
  }
  return lower;
}
