/** How often each key was counted. */
export type Tally = Map<string, number>;

export const createTally = (): Tally => new Map();

/** Counts one. */
export function tally(counts: Tally, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
