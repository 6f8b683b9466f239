import { filterGroups, type GroupFilterPreset } from "../../advantage/index.js";
import { RewardError } from "../../core/index.js";
import { checkRewardName, guessCorrectness, type ScoreReader, scoreReader } from "../scored/choose-reward.js";
import type { ScoredSample } from "../scored/scored-row.js";

/** What the command line asks of completions. */
export interface CriteriaFlags {
  /** The reward that counts; without it, the weighted sum. */
  readonly reward?: string;
  readonly minReward?: number;
  readonly correct?: true;
  readonly threshold: number;
  readonly passRate?: readonly [min: number, max: number];
  readonly groupFilter?: GroupFilterPreset;
  readonly unique?: true;
  readonly best?: number;
}

/** What a completion must have to be kept; `null` for what is not asked. */
export interface Criteria {
  /** What completions are ranked and groups compared by. */
  readonly value: ScoreReader;
  readonly minReward: number | null;
  /** What says whether a completion is correct, which it is from `threshold` on. */
  readonly correctness: ScoreReader | null;
  readonly threshold: number;
  readonly onlyCorrect: boolean;
  /** Where the share of correct completions of a group lies, ends included. */
  readonly passRate: readonly [min: number, max: number] | null;
  /** Whose rule says which groups teach nothing. */
  readonly groupFilter: GroupFilterPreset | null;
  readonly unique: boolean;
  /** So many of a group stay at most. */
  readonly best: number | null;
}

/** @throws {RewardError} for criteria that no file can answer */
export function checkCriteria({ groupFilter }: CriteriaFlags): void {
  if (groupFilter !== undefined) filterGroups([], { preset: groupFilter });
}

/** @throws {RewardError} if no reward is named and several may be meant */
function correctnessOf(reward: string | null, first: ScoredSample): string {
  const name = reward ?? guessCorrectness(first);
  if (name !== null) return name;
  throw new RewardError(
    "bad_options",
    `Which reward says what is correct? Give --reward; there is ${Object.keys(first.scores).join(", ")}.`,
  );
}

/**
 * @param first a completion of the file
 * @throws {RewardError} for criteria that the file cannot answer
 */
export function toCriteria(flags: CriteriaFlags, first: ScoredSample): Criteria {
  const { reward = null, minReward = null, correct = false, passRate = null, best = null, unique } = flags;
  if (unique && first.completion === null) {
    throw new RewardError("bad_options", "--unique compares completions: give --completion-field.");
  }
  if (reward !== null) checkRewardName(reward, first);
  const needsCorrectness = correct || passRate !== null;
  return {
    value: scoreReader(reward),
    minReward,
    correctness: needsCorrectness ? scoreReader(correctnessOf(reward, first)) : null,
    threshold: flags.threshold,
    onlyCorrect: correct,
    passRate,
    groupFilter: flags.groupFilter ?? null,
    unique: unique === true,
    best,
  };
}
