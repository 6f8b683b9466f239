/** What is known of some numbers that were seen one after the other. */
export interface Moments {
  count: number;
  mean: number;
  /** The sum of the squares of what they differ from their mean. */
  squares: number;
  least: number;
  most: number;
}

export const emptyMoments = (): Moments => ({
  count: 0,
  mean: 0,
  squares: 0,
  least: Infinity,
  most: -Infinity,
});

/** Welford's update. */
export function addMoment(moments: Moments, value: number): void {
  moments.count++;
  const distance = value - moments.mean;
  moments.mean += distance / moments.count;
  moments.squares += distance * (value - moments.mean);
  moments.least = Math.min(moments.least, value);
  moments.most = Math.max(moments.most, value);
}

/** The standard deviation of a sample; 0 of a single number. */
export const deviation = ({ count, squares }: Moments): number =>
  count < 2 ? 0 : Math.sqrt(Math.max(0, squares) / (count - 1));
