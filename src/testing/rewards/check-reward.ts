import { DEFAULT_VERIFIER_POLICY } from "../policy.js";
import type { Cell } from "../verifier/case.js";
import { CALL_TIMEOUT_MS } from "../verifier/check-options.js";
import { checkCells } from "../verifier/check-verifier.js";
import type { VerifierReport } from "../verifier/report.js";
import { inRange } from "../verifier/range.js";
import { isIsolated, type IsolatedVerifier, type VerifierItem } from "../verifier/target.js";
import { lawsOf, type VerifierLaw } from "../verifier/verifier-laws.js";
import { checkRewardOptions, type RewardCheckOptions } from "./check-options.js";
import { itemOf, type RewardContext } from "./context.js";
import { anyCells, meritCells, referenceCells } from "./laws/any.js";
import { codeCells } from "./laws/code.js";
import { compositeCells } from "./laws/composite.js";
import { countdownCells, countdownTasks } from "./laws/countdown.js";
import { formatCells, formatTasks, writeBlocks } from "./laws/format.js";
import { shortRunCells } from "./laws/hostile.js";
import { judgeCells } from "./laws/judge.js";
import { lengthCells } from "./laws/length.js";
import { codeTasks } from "./laws/problems.js";
import { repetitionCells } from "./laws/repetition.js";
import {
  checkRewardTarget,
  isolatedReward,
  type RewardTarget,
  type RewardTraits,
  traitsOf,
} from "./target.js";
import type { RewardKind, RewardTask } from "./traits.js";

/** What was found of a reward: the same for a seed, if the reward says the same. */
export interface RewardReport extends Pick<
  VerifierReport,
  "schema" | "seed" | "verdict" | "findings" | "coverage" | "calls"
> {
  readonly kind: RewardKind;
}

const ANSWER_TASKS: readonly RewardTask[] = [
  {
    prompt: "What is 6 times 7?",
    columns: { solution: "42", reference: "42" },
    right: ["The answer is \\boxed{42}."],
    wrong: ["The answer is \\boxed{41}."],
  },
  {
    prompt: "What is 6 plus 7?",
    columns: { solution: "13", reference: "13" },
    right: ["The answer is \\boxed{13}."],
    wrong: ["The answer is \\boxed{14}."],
  },
];

/** Programs that never end are stopped by who runs them, after a time limit for each test. */
const CODE_TIMEOUT_MS = 60_000;

/** The laws of a kind, beside those of any reward. */
const KIND_CELLS: Readonly<
  Record<RewardKind, (context: RewardContext, options: RewardCheckOptions, parts: number) => readonly Cell[]>
> = {
  any: (context, { tasks }) => (tasks === undefined ? [] : meritCells(context)),
  format: (context, { format = {} }) => formatCells(context, format),
  length: (context, { length = {} }) => lengthCells(context, length),
  repetition: (context, { repetition = {} }) => repetitionCells(context, repetition),
  code: (context, { code = {} }) => codeCells(context, code),
  judge: judgeCells,
  composite: (_, { composite = {} }, parts) => compositeCells(parts, composite),
  countdown: (context, { countdown = {} }) => countdownCells(context, countdown),
};

/** Rows for a kind, with completions of which the merit is known. */
function tasksOf({ kind, code, format = {}, countdown = {} }: RewardCheckOptions): readonly RewardTask[] {
  if (kind === "format") return formatTasks(format);
  if (kind === "code") return codeTasks(code?.language ?? "python");
  if (kind === "countdown") return countdownTasks(countdown);
  // Judges are slow.
  return kind === "judge" ? ANSWER_TASKS.slice(0, 1) : ANSWER_TASKS;
}

/** What the suites have to know of a reward. */
function contextOf(declared: RewardTraits, options: RewardCheckOptions): RewardContext {
  return {
    range: options.range ?? declared.range,
    tasks: options.tasks ?? tasksOf(options),
    isGroup: options.isGroup ?? declared.isGroup,
    abstains: options.abstains ?? false,
  };
}

function cellsOf(
  context: RewardContext,
  { parts }: RewardTraits,
  options: RewardCheckOptions,
): readonly Cell[] {
  const { kind = "any", composite: { weights } = {} } = options;
  const ofKind = KIND_CELLS[kind](context, options, parts > 0 ? parts : (weights?.length ?? 2));
  if (parts === 0) return ofKind;
  // A judge may know the answer by itself, and a format has none.
  const ofReference = kind === "judge" || kind === "format" ? [] : referenceCells(context);
  return [...shortRunCells(context), ...ofKind, ...anyCells(context), ...ofReference];
}

/**
 * Tests a reward for what its kind promises: that formats are not fooled, lengths counted in their unit, repetition found
 * behind commas, cheats unpaid, judges not commanded, weights kept, countdown's
 * rules kept; and of any reward that scores are in range, the same
 * each time, independent of what else is in the batch, and that nothing crashes it. Each fault is shrunk.
 *
 * @param target a reward of this library's shape, or a function of completions and columns that returns their scores.
 *   Of a composition without `parts`, only what it makes of scores is tested.
 */
export async function checkReward(
  target: RewardTarget,
  options: RewardCheckOptions = {},
): Promise<RewardReport> {
  const { isolated, cells } = prepare(target, options);
  const report = await checkCells(isolated, cells, DEFAULT_VERIFIER_POLICY, options);
  const { schema, seed, verdict, findings, coverage, calls } = report;
  return { schema, kind: options.kind ?? "any", seed, verdict, findings, coverage, calls };
}

/** The laws of a reward one by one: `for (const law of rewardLaws(reward, { kind })) test(law.title, law.run)`. */
export function rewardLaws(target: RewardTarget, options: RewardCheckOptions = {}): readonly VerifierLaw[] {
  const { isolated, cells } = prepare(target, options);
  return lawsOf(isolated, cells, DEFAULT_VERIFIER_POLICY, options);
}

/** A completion that does well, which a reward has to be able to score. */
export function probeOf(options: RewardCheckOptions): VerifierItem {
  const { kind, format, tasks: [task] = tasksOf(options) } = options;
  const { write = writeBlocks } = format ?? {};
  const completion = kind === "format" ? write("a", "b") : (task?.right[0] ?? "");
  return itemOf(completion, task ?? { right: [], wrong: [] });
}

/** What is known of a reward that runs elsewhere. */
const undeclared = ({ composite }: RewardCheckOptions): RewardTraits => ({
  range: [null, null],
  isGroup: false,
  parts: composite?.parts ?? composite?.weights?.length ?? 1,
});

/** What sums of weights may be off by. */
const ROUNDING = 1e-9;

/** The reward as the kit asks it, and all that is asked of it. */
function prepare(
  target: RewardTarget,
  options: RewardCheckOptions,
): { readonly isolated: IsolatedVerifier; readonly cells: readonly Cell[] } {
  checkRewardTarget(target);
  checkRewardOptions(options);
  const { kind, callTimeoutMs = kind === "code" ? CODE_TIMEOUT_MS : CALL_TIMEOUT_MS } = options;
  const declared = isIsolated(target) ? undeclared(options) : traitsOf(target);
  const context = contextOf(declared, options);
  const isolated = inRange(isolatedReward(target, callTimeoutMs), context.range, ROUNDING);
  return { isolated, cells: cellsOf(context, declared, options) };
}
