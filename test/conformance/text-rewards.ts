import {
  accuracy,
  answerFormat,
  type CompletionInput,
  type CosineScaledOptions,
  cosineScaled,
  length,
  type RewardFunction,
  type Score,
  scoreGroups,
  type SolutionColumns,
  softOverlongPunishment,
  tagCount,
  thinkFormat,
} from "../../src/index.js";
import type { Vector } from "./vectors.js";

/** A group of completions, and the solution that they are judged against. */
interface Case {
  readonly solution: string | null;
  readonly completions: readonly CompletionInput[];
}

/** How one original's calls are made with this library. */
interface Adapter {
  readonly reward: (params: Vector["params"]) => RewardFunction<SolutionColumns>;
  readonly groups: (inputs: Vector["inputs"]) => readonly Case[];
}

/** Texts that this library's accuracy finds right or wrong for the solution "1". */
const textFor = (isCorrect: boolean | null | undefined): string => (isCorrect ? "\\boxed{1}" : "\\boxed{2}");

/** A solution that the original's verifier could not parse is one that is missing here. */
function solutionOf({ solution, gold_parseable }: Vector["inputs"], row: number): string | null {
  return gold_parseable?.[row] === false ? null : (solution?.[row] ?? "1");
}

const oneGroup = (inputs: Vector["inputs"]): Case[] => [
  { solution: solutionOf(inputs, 0), completions: inputs.completions ?? [] },
];

const groupPerCompletion = (inputs: Vector["inputs"]): Case[] =>
  (inputs.completions ?? []).map((completion, row) => ({
    solution: solutionOf(inputs, row),
    completions: [completion],
  }));

/** Completions of given lengths in tokens; the texts carry the verifier's decision that the vector injects. */
function measured(lengths: readonly number[], isCorrect: readonly (boolean | null)[] = []): Case {
  return {
    solution: isCorrect.includes(null) ? null : "1",
    completions: lengths.map((tokenCount, row) => ({ text: textFor(isCorrect[row]), tokenCount })),
  };
}

function cosineOptions(params: Vector["params"]): CosineScaledOptions {
  return {
    minValueWrong: params.min_value_wrong as number,
    maxValueWrong: params.max_value_wrong as number,
    minValueCorrect: params.min_value_correct as number,
    maxValueCorrect: params.max_value_correct as number,
    maxLength: params.max_len as number,
  };
}

const softOverlong: Adapter = {
  reward: ({ max_completion_len, soft_punish_cache }) =>
    softOverlongPunishment({ maxLength: max_completion_len as number, cache: soft_punish_cache as number }),
  groups: ({ completion_lengths = [] }) => [measured(completion_lengths)],
};

/** By the vectors' reward name. */
export const textRewards: Readonly<Record<string, Adapter>> = {
  "open_r1.format": { reward: () => answerFormat(), groups: oneGroup },
  "open_r1.tag_count": { reward: () => tagCount(), groups: oneGroup },
  "open_r1.len": { reward: () => length(), groups: oneGroup },
  "open_r1.cosine_scaled": {
    reward: (params) => cosineScaled(cosineOptions(params)),
    groups: groupPerCompletion,
  },
  "open_r1.soft_overlong_punishment": softOverlong,
  "trl.think_format": { reward: () => thinkFormat(), groups: oneGroup },
  "trl.cosine_scaled": {
    reward: (params) => cosineScaled({ ...cosineOptions(params), unit: "tokens" }),
    groups: ({ completion_lengths = [], is_correct }) => [measured(completion_lengths, is_correct)],
  },
  "trl.soft_overlong_punishment": softOverlong,
  "kimi.length_reward": {
    reward: () => length({ unit: "tokens" }),
    groups: ({ lengths = [], is_correct }) => [measured(lengths, is_correct)],
  },
  "dapo.soft_overlong_eq13": {
    reward: ({ L_max, L_cache }) =>
      softOverlongPunishment({ maxLength: L_max as number, cache: L_cache as number }),
    groups: ({ length: tokens = 0 }) => [measured([tokens])],
  },
};

/** The scores of a vector's completions, in the order of the batch. */
export async function textScores({ reward, params, inputs }: Vector): Promise<Score[]> {
  const adapter = textRewards[reward];
  if (adapter === undefined) throw new Error(`There is no adapter for ${reward}.`);
  const groups = adapter
    .groups(inputs)
    .map(({ solution, completions }) => ({ columns: { solution }, completions }));
  return (await scoreGroups(groups, adapter.reward(params))).rewards.flat();
}

/** The verdicts of this library's own accuracy on a vector's completions: 1, 0, or `null`. */
export async function accuracies(vector: Vector): Promise<Score[]> {
  const groups = textRewards[vector.reward]?.groups(vector.inputs) ?? [];
  const inputs = groups.map(({ solution, completions }) => ({ columns: { solution }, completions }));
  return (await scoreGroups(inputs, accuracy())).rewards.flat();
}
