import { ALL_KINDS, type AnswerKind } from "../answers/index.js";
import type { VerifierPolicy } from "../policy.js";
import { resolvePolicy } from "../resolve-policy.js";
import type { Cell } from "./case.js";
import { CALL_TIMEOUT_MS, type CheckOptions, checkVerifierOptions } from "./check-options.js";
import { describeFindings } from "./describe-findings.js";
import { type JudgedCase, judgeCases } from "./judge-cases.js";
import { type PlannedCase, planCases } from "./plan.js";
import type { VerifierReport } from "./report.js";
import { createContext } from "./suite.js";
import { inRange } from "./range.js";
import { otherPlaceCells, placeCells, purityCells } from "./suites/conduct.js";
import { growthCells, shortGrowthCells } from "./suites/growth.js";
import { hackCells } from "./suites/hacks.js";
import { pairCells, reflexiveCells } from "./suites/pairs.js";
import { congruenceCells, transitivityCells } from "./suites/relations.js";
import { atOnceCells, batchCells, determinismCells, likenessCells } from "./suites/repeats.js";
import {
  goldErrorCells,
  hostileCells,
  lastAnswerCells,
  prefixCells,
  promptCells,
  surroundingCells,
} from "./suites/texts.js";
import { simpleCells, trapCells } from "./suites/traps.js";
import { count, createTally, ratesOf, type Tally } from "./tally.js";
import { isolated, type IsolatedVerifier, type VerifierTarget } from "./target.js";

/** Everything that is asked of a verifier under a policy: fixed texts, then what is drawn, then what takes long. */
export function cellsOf(policy: VerifierPolicy, kinds: readonly AnswerKind[]): readonly Cell[] {
  const context = createContext(policy, kinds);
  const hacks = hackCells(context);
  return [
    ...trapCells(context),
    ...(kinds.includes("symbolic") ? simpleCells(context) : []),
    ...prefixCells(context),
    ...shortGrowthCells(context),
    ...lastAnswerCells(context),
    ...goldErrorCells(context),
    ...promptCells(context),
    ...determinismCells(context),
    ...likenessCells(context),
    ...batchCells(context),
    ...atOnceCells(context),
    ...placeCells(context),
    ...otherPlaceCells(context),
    ...purityCells(context),
    ...hacks.filter(({ kind }) => kind !== "harness"),
    ...hostileCells(context),
    ...reflexiveCells(context),
    ...pairCells(context),
    ...congruenceCells(context),
    ...transitivityCells(context),
    ...surroundingCells(context),
    ...hacks.filter(({ kind }) => kind === "harness"),
    ...growthCells(context),
  ];
}

/** Fewer cells than these say too little. Some never show: a style of roots, say, in whole numbers. */
const MIN_COVERAGE = 0.75;

/** A verifier that hangs as often is not asked on: each hang takes as long as a call may. */
const MAX_HANGS = 25;

/**
 * Tests a verifier: that it accepts what is equal, rejects what is not, is not fooled, and neither crashes, nor hangs,
 * nor changes its mind. Each entry of the catalogue is tried on each kind of answers.
 */
export async function checkVerifier(
  target: VerifierTarget,
  options: CheckOptions = {},
): Promise<VerifierReport> {
  checkVerifierOptions(options);
  const policy = resolvePolicy(options.policy);
  const verifier = inRange(isolated(target, options.callTimeoutMs ?? CALL_TIMEOUT_MS), policy.range);
  return checkCells(verifier, cellsOf(policy, options.kinds ?? ALL_KINDS), policy, options);
}

/** Tests a verifier with some cells alone. */
export function checkCells(
  target: VerifierTarget,
  cells: readonly Cell[],
  policy: VerifierPolicy,
  options: CheckOptions,
): Promise<VerifierReport> {
  const { seed = 1, runsPerCell = 2, cases } = options;
  return checkPlan(target, cells, planCases(cells, { seed, runsPerCell, cases }), policy, options);
}

/** Tests a verifier with the cases of a plan, which are of these cells. */
export async function checkPlan(
  target: VerifierTarget,
  cells: readonly Cell[],
  plan: Iterator<PlannedCase>,
  policy: VerifierPolicy,
  options: CheckOptions,
): Promise<VerifierReport> {
  const { seed = 1, callTimeoutMs = CALL_TIMEOUT_MS, maxShrunk = 25, shrinkEvaluations = 300 } = options;
  const verifier = isolated(target, callTimeoutMs);
  const tally = createTally(cells);
  const isEnough = limit(options, tally);
  let cases = 0;
  for await (const judged of judgeCases(plan, verifier)) {
    count(judged, policy.threshold, tally);
    options.onProgress?.(++cases);
    if (isEnough() || isStuck(judged, verifier)) break;
  }
  const findings = await describeFindings(tally, verifier, policy, { maxShrunk, shrinkEvaluations });
  const isCovered = tally.hit.size >= cells.length * MIN_COVERAGE;
  return {
    schema: 1,
    seed,
    policy,
    verdict: findings.length > 0 ? "fail" : isCovered ? "pass" : "inconclusive",
    rates: ratesOf(tally),
    findings,
    coverage: { cells: cells.length, hit: tally.hit.size, laws: tally.laws, matrix: tally.matrix },
    calls: tally.calls,
  };
}

/** Whether longer texts would never come to an end. */
const isStuck = ({ cell, outcomes }: JudgedCase, { isHere = false }: IsolatedVerifier): boolean =>
  isHere && cell.isLast === true && outcomes.some(({ type }) => type === "hang");

/** Whether a run is to end before everything is tried. */
function limit({ stopAfter = Infinity, timeMs = Infinity }: CheckOptions, tally: Tally): () => boolean {
  const end = performance.now() + timeMs;
  return () => tally.buckets.size >= stopAfter || tally.hangs >= MAX_HANGS || performance.now() > end;
}
