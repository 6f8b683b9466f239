import {
  type AnyReward,
  type ColumnsOfAll,
  type CompositeReward,
  type Score,
  toReward,
} from "../core/index.js";
import { composite } from "./composite.js";
import { checkFinite, checkNames } from "./check-options.js";

/** Options of {@link gate}. */
export interface GateOptions {
  /** The condition passes with at least this score. @default 1 */
  readonly threshold?: number;
  /** The score of a completion that does not pass. @default 0 */
  readonly otherwise?: number;
}

/**
 * The score of `reward` for completions that pass the `condition`, and `otherwise` for the rest, for which `reward`
 * is not run: a costly judge is asked about well-formed completions only. `null` where the condition has no opinion.
 * A group reward behind a gate compares the completions of the group that passed.
 *
 * open-instruct's format gate, which does not let format alone earn anything.
 *
 * @throws {RewardError} `bad_options` if a number is not finite
 * @example
 * gate(thinkFormat(), accuracy());
 */
export function gate<A extends AnyReward, B extends AnyReward>(
  condition: A,
  reward: B,
  options: GateOptions = {},
): CompositeReward<ColumnsOfAll<A | B>> {
  checkNames("A gate", options, ["threshold", "otherwise"]);
  const { threshold = 1, otherwise = 0 } = options;
  checkFinite("A gate", { threshold, otherwise });
  const passes = (score: Score | undefined): boolean => typeof score === "number" && score >= threshold;
  return composite(
    "gate",
    [toReward(condition), toReward(reward)],
    ([decision = null, score = null]) => {
      if (decision === null) return null;
      return passes(decision) ? score : otherwise;
    },
    { needs: (part, [decision]) => part === 0 || passes(decision) },
  );
}
