import { type Case, type Cell, type Failure, isAccepted, type LawId } from "./case.js";
import type { JudgedCase } from "./judge-cases.js";
import { rate, type VerifierRates, youdensJ } from "./rate.js";
import { type Failed, failureOf } from "./shrink.js";

/** The faults of one kind of one entry. */
export interface Bucket {
  readonly cell: Cell;
  readonly first: Failed;
  count: number;
}

/** What is counted while a verifier is tested. */
export interface Tally {
  readonly buckets: Map<string, Bucket>;
  readonly matrix: Record<string, Record<string, [drawn: number, failed: number]>>;
  readonly laws: Partial<Record<LawId, [drawn: number, failed: number]>>;
  readonly hit: Set<Cell>;
  readonly right: { accepted: number; total: number };
  readonly wrong: { accepted: number; total: number };
  calls: number;
  hangs: number;
}

/** Nothing counted yet; each cell has its place in the matrix. */
export function createTally(cells: readonly Cell[]): Tally {
  const tally: Tally = {
    buckets: new Map(),
    matrix: {},
    laws: {},
    hit: new Set(),
    right: { accepted: 0, total: 0 },
    wrong: { accepted: 0, total: 0 },
    calls: 0,
    hangs: 0,
  };
  for (const { law, id, kind } of cells) {
    (tally.matrix[id] ??= {})[kind] ??= [0, 0];
    tally.laws[law] ??= [0, 0];
  }
  return tally;
}

export function count({ cell, one, outcomes }: JudgedCase, threshold: number, tally: Tally): void {
  const counts = tally.matrix[cell.id]?.[cell.kind] ?? [0, 0];
  const ofLaw = tally.laws[cell.law] ?? [0, 0];
  counts[0]++;
  ofLaw[0]++;
  tally.hit.add(cell);
  tally.calls += one.items.length;
  countRates(cell, isAccepted(outcomes[0], threshold), tally);
  const failure = failureOf(one, outcomes);
  if (failure === undefined) return;
  counts[1]++;
  ofLaw[1]++;
  if (failure.type === "hang") tally.hangs++;
  addFailure(cell, one, failure, tally);
}

function countRates({ law }: Cell, accepted: boolean, tally: Tally): void {
  const side = law === "L3" || law === "L1" ? tally.right : law === "L5" ? tally.wrong : undefined;
  if (side === undefined) return;
  side.total++;
  if (accepted) side.accepted++;
}

function addFailure(cell: Cell, failing: Case, failure: Failure, tally: Tally): void {
  const key = `${cell.law} ${cell.id} ${failure.type}`;
  const bucket = tally.buckets.get(key);
  if (bucket === undefined) tally.buckets.set(key, { cell, first: { failing, failure }, count: 1 });
  else bucket.count++;
}

export function ratesOf({ right, wrong }: Tally): VerifierRates {
  const falsePositive = rate(wrong.accepted, wrong.total);
  const falseNegative = rate(right.total - right.accepted, right.total);
  return {
    falsePositive,
    falseNegative,
    youdenJ: youdensJ(rate(right.accepted, right.total), falsePositive),
  };
}
