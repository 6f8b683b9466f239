import {
  type AdvantageOptions,
  estimateAdvantages,
  gae,
  type GroupId,
  optimalTokenBaseline,
  reinforcePlusPlusTokens,
  rewardLastToken,
  type TokenAdvantages,
} from "../../../src/advantage/index.js";
import type { Adapter, Deviation, System, Vector } from "../vector.js";

interface Inputs extends Record<string, unknown> {
  readonly scores: readonly number[];
  readonly response_lengths: readonly number[];
  readonly max_len: number;
  readonly index?: readonly GroupId[];
  readonly reward_baselines?: readonly number[];
  readonly values?: readonly number[][];
  readonly old_log_probs?: readonly number[][];
  readonly sum_pi_squared?: readonly number[][];
}

const inputsOf = ({ inputs }: Vector): Inputs => inputs as Inputs;

/** verl works in float32; whitening of equal values amplifies its rounding. */
const FLOAT32 = { absolute: 1e-4, relative: 1e-3 };
const WHITENED_FLOAT32 = { absolute: 1e-3, relative: 1e-3 };

/** An estimator of one advantage per completion; verl repeats it on every token and pads with 0. */
function perCompletion(
  optionsOf: (vector: Vector) => AdvantageOptions,
  tolerance: Adapter["tolerance"] = FLOAT32,
): Adapter {
  return {
    tolerance,
    expected: ({ expected }) => (expected as { advantages: unknown }).advantages,
    run: (vector) => {
      const { scores, response_lengths, max_len, index, reward_baselines } = inputsOf(vector);
      const advantages = estimateAdvantages(
        {
          rewards: scores,
          groups: index ?? scores.map((_, row) => row),
          lengths: response_lengths,
          ...(reward_baselines && { baselines: reward_baselines }),
        },
        optionsOf(vector),
      );
      return response_lengths.map((length, row) =>
        Array.from({ length: max_len }, (_, t) => (t < length ? (advantages[row] as number) : 0)),
      );
    },
  };
}

/** The tokens of each row that are no padding. */
const unpadded = (rows: readonly number[][], { response_lengths }: Inputs): number[][] =>
  rows.map((row, i) => row.slice(0, response_lengths[i]));

/** An estimator of one advantage per token. */
function perToken(
  compute: (rewards: number[][], inputs: Inputs, params: Vector["params"]) => TokenAdvantages,
  tolerance: Adapter["tolerance"] = WHITENED_FLOAT32,
): Adapter {
  return {
    tolerance,
    expected: (vector) => {
      const { advantages, returns } = vector.expected as TokenAdvantages;
      return {
        advantages: unpadded(advantages, inputsOf(vector)),
        returns: unpadded(returns, inputsOf(vector)),
      };
    },
    run: (vector) => {
      const inputs = inputsOf(vector);
      return compute(rewardLastToken(inputs.scores, inputs.response_lengths), inputs, vector.params);
    },
  };
}

const SMALL_GROUPS: Deviation = {
  reason:
    "verl refuses the whole batch for one group with a single completion; here the group has advantage 0.",
  returns: {
    "verl.grpo_passk#005": [[0, 0]],
    "verl.grpo_passk#006": [
      [0, 0],
      [1.4142115623759233, 1.4142115623759233],
      [0, 0],
    ],
    "verl.grpo_passk#019": [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    "verl.grpo_passk#031": [[0, 0]],
    "verl.grpo_passk#032": [
      [0, 0],
      [1, 1],
      [0, 0],
    ],
    "verl.grpo_passk#045": [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  },
};

const verlAdvantages: System = {
  adapters: {
    "verl.grpo": perCompletion(() => ({ preset: "verl" })),
    "verl.dr_grpo": perCompletion(() => ({ estimator: "dr_grpo", singleton: "raw" })),
    "verl.grpo_vectorized": perCompletion(() => ({ preset: "verl-vectorized" })),
    "verl.grpo_passk": perCompletion(({ params }) => ({
      estimator: "grpo_passk",
      scale: params.norm_adv_by_std_in_grpo === false ? "none" : "group",
    })),
    "verl.reinforce_plus_plus_baseline": perCompletion(
      () => ({ estimator: "reinforce_plus_plus_baseline" }),
      WHITENED_FLOAT32,
    ),
    "verl.rloo": perCompletion(() => ({ estimator: "rloo", singleton: "raw" })),
    "verl.rloo_vectorized": perCompletion(() => ({ estimator: "rloo" })),
    "verl.opo": perCompletion(() => ({ estimator: "opo", singleton: "raw" })),
    "verl.gpg": perCompletion(({ params }) => ({
      estimator: "gpg",
      singleton: "raw",
      norm: (params.f_norm as number | undefined) ?? 1,
    })),
    "verl.remax": perCompletion(() => ({ estimator: "remax" })),
    "verl.reinforce_plus_plus": perToken((rewards, _, { gamma }) =>
      reinforcePlusPlusTokens(rewards, { gamma: gamma as number }),
    ),
    "verl.gae": perToken((rewards, inputs, { gamma, lam }) =>
      gae(rewards, unpadded(inputs.values ?? [], inputs), { gamma: gamma as number, lambda: lam as number }),
    ),
    "verl.optimal_token_baseline": perToken(
      (rewards, inputs, { handle_zero_tail, epsilon }) =>
        optimalTokenBaseline(rewards, {
          groups: inputs.index ?? [],
          logProbs: unpadded(inputs.old_log_probs ?? [], inputs),
          sumPiSquared: unpadded(inputs.sum_pi_squared ?? [], inputs),
          eps: epsilon as number,
          zeroTail: handle_zero_tail as boolean,
        }),
      FLOAT32,
    ),
  },
  definedHere: [SMALL_GROUPS],
};

export default verlAdvantages;
