import { checkedOptions, type OptionRules } from "../options.js";
import { whitenRows } from "./gae.js";
import { checkRows, discountedReturns, type TokenAdvantages, type TokenRows } from "./rows.js";

/** Options of {@link reinforcePlusPlusTokens}. */
export interface ReinforcePlusPlusTokensOptions {
  /** Discount per token. @default 1 */
  readonly gamma?: number;
}

const rules: OptionRules<ReinforcePlusPlusTokensOptions> = {
  gamma: { type: "number", minimum: 0, description: "Discount per token." },
};

/**
 * REINFORCE++ (arXiv:2501.03262) per token, as verl's `reinforce_plus_plus`: the discounted return of each token,
 * whitened over all tokens of the batch with (return - mean) / √(variance + 1e-8).
 *
 * @param rewards one list of token rewards per completion, with the KL penalty if there is one
 * @throws {RewardError} `bad_input` if a reward is not finite, `bad_options`
 */
export function reinforcePlusPlusTokens(
  rewards: TokenRows,
  options: ReinforcePlusPlusTokensOptions = {},
): TokenAdvantages {
  const { gamma = 1 } = checkedOptions("reinforcePlusPlusTokens", rules, options);
  checkRows(rewards, {});
  const returns = discountedReturns(rewards, gamma);
  return { advantages: whitenRows(returns), returns };
}
