import {
  type AnyReward,
  type ColumnsOf,
  completionText,
  type Completion,
  RewardError,
  type RewardOutcome,
  type RewardResult,
  type RolloutReward,
  shown,
  toReward,
} from "../core/index.js";
import { checkNames } from "./check-options.js";

/** Options of {@link perTurn}. */
export interface PerTurnOptions {
  /** What the scores of the turns make: their sum or mean without those that are `null`, or the last. @default "sum" */
  readonly aggregate?: "last" | "mean" | "sum";
}

const AGGREGATES: readonly unknown[] = ["sum", "mean", "last"];

/** Each assistant message as a completion of its own; a text without messages is a single turn. */
function turnsOf(completion: Completion): readonly Completion[] {
  const spoken = (completion.messages ?? []).filter(({ role }) => role === "assistant");
  return completion.messages
    ? spoken.map((message) => ({ text: completionText([message]), messages: [message] }))
    : [completion];
}

const asResult = (outcome: RewardOutcome): RewardResult =>
  typeof outcome === "object" && outcome !== null ? outcome : { score: outcome };

/** The sum or mean of the turns' scores, with the verdict and the logged values of the last. */
function joined(results: readonly RewardResult[], isMean: boolean): RewardOutcome {
  const scores = results.map(({ score }) => score).filter((score) => score !== null);
  if (scores.length === 0) return { ...results.at(-1), score: null };
  const sum = scores.reduce((total, each) => total + each, 0);
  return { ...results.at(-1), score: isMean ? sum / scores.length : sum };
}

/**
 * Scores every assistant message of a conversation by itself, instead of the last one only. A conversation without
 * an assistant message scores as an empty text. Lengths in tokens are not known of single turns.
 *
 * NeMo RL and verifiers aggregate the turns of an episode so; the format rewards of verifiers are means.
 *
 * @param reward one that scores each completion by itself; put compositions around, not inside
 * @throws {RewardError} `bad_options` for a group reward or a composition
 * @example
 * perTurn(toolCallMatch(), { aggregate: "sum" });
 */
export function perTurn<R extends AnyReward>(
  reward: R,
  options: PerTurnOptions = {},
): RolloutReward<ColumnsOf<R>> {
  checkNames("perTurn", options, ["aggregate"]);
  const { aggregate = "sum" } = options;
  if (!AGGREGATES.includes(aggregate)) {
    throw new RewardError(
      "bad_options",
      `perTurn aggregates by "sum", "mean" or "last", not ${shown(aggregate)}.`,
    );
  }
  const inner = toReward(reward);
  if (inner.kind !== "rollout") {
    throw new RewardError(
      "bad_options",
      `perTurn takes a reward that scores each completion by itself; ${inner.name} is a ${inner.kind} reward.`,
    );
  }
  const { score: scoreTurn, range, ...own } = inner as RolloutReward<ColumnsOf<R>>;
  return {
    ...own,
    // How many turns there are to be summed nobody knows.
    ...(range && aggregate !== "sum" && { range }),
    score: async (rollout, context) => {
      const turns = turnsOf(rollout.completion);
      const scored = turns.length === 0 ? [{ text: "" }] : turns.slice(aggregate === "last" ? -1 : 0);
      const scoreText = async (completion: Completion): Promise<RewardResult> =>
        asResult(await scoreTurn({ ...rollout, completion }, context));
      return joined(await Promise.all(scored.map(scoreText)), aggregate === "mean");
    },
  };
}
