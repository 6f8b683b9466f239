import { checkOptions, count, FINITE, FLAG, type Needs } from "../../core/index.js";
import { DEFAULT_VERIFIER_POLICY } from "../policy.js";
import { isolatedReward, isReward, type TestedReward, traitsOf } from "../rewards/target.js";
import { type Cell, isAccepted, type LawId } from "../verifier/case.js";
import { checkPlan } from "../verifier/check-verifier.js";
import { CALL_TIMEOUT_MS, type CheckOptions, DRAW_NEEDS } from "../verifier/check-options.js";
import { type PlannedCase, spread } from "../verifier/plan.js";
import { inRange, RANGE, type RewardRange } from "../verifier/range.js";
import { type Rate, rate } from "../verifier/rate.js";
import type { VerifierReport } from "../verifier/report.js";
import { isolated, type IsolatedVerifier, type VerifierTarget } from "../verifier/target.js";
import { answerCells, conductCells, type RolloutContext } from "./laws.js";
import { askedOf, type LoggedRollout, sampleRollouts } from "./rollout.js";

/** How thoroughly logged rollouts are audited. */
export interface RolloutAuditOptions extends Omit<CheckOptions, "policy" | "kinds" | "runsPerCell"> {
  /** So many rollouts are drawn from the log by the seed. @default 100 */
  readonly maxRollouts?: number;
  /**
   * Whether the target judges the answer of a completion. Of others, as rewards for a format, only the laws G1 to G3 are
   * asked: the score of the log, repetition, and batches.
   *
   * @default true
   */
  readonly judgesAnswers?: boolean;
  /** A score above it means that a completion is accepted. @default 0.5 */
  readonly threshold?: number;
  /** The least and the greatest score. @default what a reward declares, or any */
  readonly range?: RewardRange;
}

const NEEDS: Needs<RolloutAuditOptions> = {
  ...DRAW_NEEDS,
  maxRollouts: count(1),
  judgesAnswers: FLAG,
  threshold: FINITE,
  range: RANGE,
};

/** What was found of logged rollouts: the same for a seed, if the target says the same. */
export interface RolloutReport extends Pick<
  VerifierReport,
  "schema" | "seed" | "verdict" | "findings" | "coverage" | "calls"
> {
  /** How many were drawn from the log. */
  readonly rollouts: number;
  /** The share of them that the target accepts; if it accepts none, no law says much, and the audit is inconclusive. */
  readonly accepted: Rate;
  /** By law: the share of cases that break it, with its interval of Wilson. */
  readonly rates: Readonly<Partial<Record<LawId, Rate>>>;
}

const DEFAULT_MAX_ROLLOUTS = 100;

/**
 * Audits a verifier, or a reward, on rollouts that were logged, without knowing which of them are right: a log scored
 * anew gives what it says, verdicts stay when a completion is rewritten around its answer or its answer is spelt
 * otherwise, nothing is accepted whose answer was taken away, and no completion answers the questions of many others.
 * Every case that is found is made short.
 *
 * @param target a function of completion and reference, of many at once, or a reward of this library's shape that scores
 *   each completion by itself
 * @param rollouts a list, or a stream of any length
 * @throws {RangeError} if there is no rollout
 * @throws {TypeError} for a reward that compares the completions of a group
 */
export async function auditRollouts(
  target: VerifierTarget | TestedReward,
  rollouts: Iterable<LoggedRollout> | AsyncIterable<LoggedRollout>,
  options: RolloutAuditOptions = {},
): Promise<RolloutReport> {
  checkOptions(options, NEEDS);
  const { seed = 1, maxRollouts = DEFAULT_MAX_ROLLOUTS, judgesAnswers = true } = options;
  const { threshold = DEFAULT_VERIFIER_POLICY.threshold } = options;
  const verifier = prepare(target, options);
  const sample = await sampleRollouts(rollouts, maxRollouts, seed);
  if (sample.length === 0) throw new RangeError("There is no rollout to audit: the log is empty.");
  const context = { rollouts: sample, threshold };
  const places = Math.max(sample.length, MOST_TEXTS);
  const cells = [...conductCells(context), ...(judgesAnswers ? answerCells(context) : [])].filter((cell) =>
    appliesTo(cell, places),
  );
  const plan = planPlaces(cells, places, options.cases);
  const policy = { ...DEFAULT_VERIFIER_POLICY, threshold };
  const accepted = await acceptedOf(verifier, context);
  const report = await checkPlan(verifier, cells, plan, policy, options);
  const { schema, findings, coverage, calls } = report;
  const isVacuous = judgesAnswers && accepted.count === 0 && report.verdict === "pass";
  const rates = Object.entries(coverage.laws).map(([law, [drawn, failed]]) => [law, rate(failed, drawn)]);
  return {
    schema,
    seed,
    rollouts: sample.length,
    verdict: isVacuous ? "inconclusive" : report.verdict,
    accepted,
    rates: Object.fromEntries(rates) as RolloutReport["rates"],
    findings,
    coverage,
    calls: calls + sample.length,
  };
}

/** How many of the rollouts are accepted as they are. */
async function acceptedOf(
  { judge }: IsolatedVerifier,
  { rollouts, threshold }: RolloutContext,
): Promise<Rate> {
  const items = rollouts.map((rollout) => askedOf(rollout, rollout.completion));
  const [outcomes = []] = await judge([{ items, calls: items.map(() => 1) }]);
  return rate(outcomes.filter((outcome) => isAccepted(outcome, threshold)).length, items.length);
}

/** No entry of the catalogue has more texts. */
const MOST_TEXTS = 16;

/** Whether a cell has a case at all: answers without a fraction cannot be spelt with another one. */
const appliesTo = ({ draw }: Cell, places: number): boolean =>
  Array.from({ length: places }, (_, at) => at).some((at) => draw(at) !== undefined);

/** Each cell at each of its places; if there are to be fewer cases, some from all over the list. */
function* planPlaces(
  cells: readonly Cell[],
  places: number,
  cases = Infinity,
): Generator<PlannedCase, void, undefined> {
  const all = Array.from({ length: places }, (_, at) => cells.map((cell) => ({ cell, at }))).flat();
  for (const { cell, at } of spread(all, cases)) {
    const one = cell.draw(at);
    if (one !== undefined) yield { cell, one };
  }
}

/** The target as the kit asks it. */
function prepare(
  target: VerifierTarget | TestedReward,
  { callTimeoutMs = CALL_TIMEOUT_MS, range }: RolloutAuditOptions,
): IsolatedVerifier {
  if (!isReward(target)) return inRange(isolated(target, callTimeoutMs), range ?? [null, null]);
  const traits = traitsOf(target);
  if (traits.isGroup) {
    throw new TypeError(
      "A reward that compares the completions of a group cannot be asked about one of them.",
    );
  }
  return inRange(isolatedReward(target, callTimeoutMs), range ?? traits.range);
}
