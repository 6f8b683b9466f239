import { type AnswerKind, KINDS } from "../answers/index.js";
import { DEFAULT_VERIFIER_POLICY, type VerifierPolicy } from "../policy.js";
import { seedOf } from "../random.js";
import { type Case, type Cell, type Failure, isAccepted } from "./case.js";
import { rate } from "./rate.js";
import { bySeverity, type Finding, toFinding, type VerifierReport } from "./report.js";
import { failureOf, type Failed, shrinkCase } from "./shrink.js";
import { createContext } from "./suite.js";
import { HACK_GOLDS, hackCells } from "./suites/hacks.js";
import { pairCells, reflexiveCells } from "./suites/pairs.js";
import {
  batchCells,
  determinismCells,
  goldErrorCells,
  hostileCells,
  lastAnswerCells,
  prefixCells,
  promptCells,
  surroundingCells,
} from "./suites/texts.js";
import { trapCells } from "./suites/traps.js";
import { createScorer, type Scorer, type VerifierTarget } from "./target.js";

export interface CheckOptions {
  /** What the verifier means to do where tastes differ. */
  readonly policy?: Partial<VerifierPolicy>;
  /** @default all */
  readonly kinds?: readonly AnswerKind[];
  /** The same cases for the same seed. @default 1 */
  readonly seed?: number;
  /** How often each law is tried on each entry of the catalogue and each kind. @default 2 */
  readonly runsPerCell?: number;
  /** The most faults that are shrunk and reported. @default 25 */
  readonly maxFindings?: number;
  /** Stops when so many faults are found; otherwise everything is tried. */
  readonly stopAfter?: number;
  /** A call that takes longer hangs. @default 1000 */
  readonly callTimeoutMs?: number;
  /** How many evaluations may be spent on shrinking one fault. @default 300 */
  readonly shrinkEvaluations?: number;
}

/** Everything that is asked of a verifier under a policy. */
export function cellsOf(policy: VerifierPolicy, kinds: readonly AnswerKind[]): readonly Cell[] {
  const context = createContext(policy);
  return [
    ...reflexiveCells(context, kinds),
    ...pairCells(context, kinds),
    ...trapCells(context),
    ...surroundingCells(context),
    ...lastAnswerCells(context),
    ...goldErrorCells(context),
    ...promptCells(context),
    ...prefixCells(context),
    ...determinismCells(context),
    ...hostileCells(context),
    ...batchCells(context),
    ...hackCells(context),
  ];
}

/** The faults of one kind of one cell. */
interface Bucket {
  readonly cell: Cell;
  readonly first: Failed;
  count: number;
}

/** What is counted while a verifier is tested. */
interface Tally {
  readonly buckets: Map<string, Bucket>;
  readonly matrix: Record<string, Record<string, [number, number]>>;
  readonly right: { accepted: number; total: number };
  readonly wrong: { accepted: number; total: number };
  hit: number;
  calls: number;
}

export const ALL_KINDS: readonly AnswerKind[] = KINDS.map(({ kind }) => kind);

/** Fewer cells than these say too little. Some never show: a style of roots, say, in whole numbers. */
const MIN_COVERAGE = 0.75;

/**
 * Tests a verifier: that it accepts what is equal, rejects what is not, is not fooled, and neither crashes, nor hangs,
 * nor changes its mind. Each entry of the catalogue is tried on each kind of answers.
 */
export async function checkVerifier(
  target: VerifierTarget,
  options: CheckOptions = {},
): Promise<VerifierReport> {
  const policy = { ...DEFAULT_VERIFIER_POLICY, ...options.policy };
  return checkCells(target, cellsOf(policy, options.kinds ?? ALL_KINDS), policy, options);
}

/** Tests a verifier with some cells alone. */
export async function checkCells(
  target: VerifierTarget,
  cells: readonly Cell[],
  policy: VerifierPolicy,
  options: CheckOptions,
): Promise<VerifierReport> {
  const { seed = 1, runsPerCell = 2, callTimeoutMs = 1000, stopAfter = Infinity } = options;
  const tally = createTally();
  const score = counting(createScorer(target, callTimeoutMs), tally);
  for (const cell of cells) {
    if (tally.buckets.size >= stopAfter) break;
    await tryCell(cell, { seed, runsPerCell, policy, tally, score });
  }
  const findings = await describeFindings(tally, score, policy, options);
  const isCovered = tally.hit >= cells.length * MIN_COVERAGE;
  return {
    schema: 1,
    seed,
    policy,
    verdict: findings.length > 0 ? "fail" : isCovered ? "pass" : "inconclusive",
    rates: ratesOf(tally),
    findings,
    coverage: { cells: cells.length, hit: tally.hit, matrix: tally.matrix },
    calls: tally.calls,
  };
}

function ratesOf({ right, wrong }: Tally): VerifierReport["rates"] {
  const falsePositive = rate(wrong.accepted, wrong.total);
  const falseNegative = rate(right.total - right.accepted, right.total);
  return { falsePositive, falseNegative, youdenJ: 1 - falseNegative.value - falsePositive.value };
}

const createTally = (): Tally => ({
  buckets: new Map(),
  matrix: {},
  right: { accepted: 0, total: 0 },
  wrong: { accepted: 0, total: 0 },
  hit: 0,
  calls: 0,
});

const counting =
  (score: Scorer, tally: Tally): Scorer =>
  (items) => {
    tally.calls += items.length;
    return score(items);
  };

interface Trial {
  readonly seed: number;
  readonly runsPerCell: number;
  readonly policy: VerifierPolicy;
  readonly tally: Tally;
  readonly score: Scorer;
}

/** What is always the same is tried once. */
const runsOf = ({ kind }: Cell, runs: number): number => (kind === "trap" || kind === "harness" ? 1 : runs);

async function tryCell(cell: Cell, { seed, runsPerCell, policy, tally, score }: Trial): Promise<void> {
  const row = (tally.matrix[cell.id] ??= {});
  const counts = (row[cell.kind] ??= [0, 0]);
  const cellSeed = seedOf(seed, `${cell.law} ${cell.id} ${cell.title} ${cell.kind}`);
  let isHit = false;
  for (let run = 0; run < runsOf(cell, runsPerCell); run++) {
    const one = cell.draw(cellSeed + 33 * run);
    if (one === undefined) continue;
    isHit = true;
    counts[0]++;
    const outcomes = await score(one.items);
    countRates(cell, isAccepted(outcomes[0], policy.threshold), tally);
    const failure = failureOf(one, outcomes);
    if (failure === undefined) continue;
    counts[1]++;
    addFailure(cell, one, failure, tally);
  }
  if (isHit) tally.hit++;
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

async function describeFindings(
  tally: Tally,
  score: Scorer,
  { threshold }: VerifierPolicy,
  { maxFindings = 25, shrinkEvaluations = 300 }: CheckOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { cell, first, count } of [...tally.buckets.values()].slice(0, maxFindings)) {
    const limit = first.failure.type === "hang" ? 12 : shrinkEvaluations;
    const shrunk = await shrinkCase(first, score, limit);
    const universality = cell.kind === "blind" ? await shareAccepting(shrunk, score, threshold) : undefined;
    findings.push(toFinding(cell, first, shrunk, count, universality));
  }
  return findings.sort(bySeverity);
}

/** On what share of references a completion is accepted. */
async function shareAccepting({ failing }: Failed, score: Scorer, threshold: number): Promise<number> {
  const item = failing.items[failing.shown];
  if (item === undefined) return 0;
  const outcomes = await score(HACK_GOLDS.map((gold) => ({ ...item, gold })));
  return outcomes.filter((outcome) => isAccepted(outcome, threshold)).length / HACK_GOLDS.length;
}
