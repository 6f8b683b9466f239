import type { ScoredRow } from "../scored/scored-row.js";

const NONE: Readonly<Record<string, number>> = Object.freeze({});

/** How long each reward took for a completion, in milliseconds, if `score --timings` has written it. */
export function readTimes({ row, isList }: ScoredRow, at: number): Readonly<Record<string, number>> {
  const timings = row?.timings;
  if (typeof timings !== "object" || timings === null) return NONE;
  const read = Object.entries(timings).map(([reward, value]: [string, unknown]): [string, unknown] => [
    reward,
    isList && Array.isArray(value) ? (value as readonly unknown[])[at] : value,
  ]);
  return Object.fromEntries(
    read.filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] >= 0),
  );
}
