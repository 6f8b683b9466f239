import { flatten, layoutOfSizes, sizesOf, split } from "../batch.js";
import { checkedOptions, type OptionRules } from "../options.js";
import { whiten } from "../whitening.js";
import { checkRows, type TokenAdvantages, type TokenRows } from "./rows.js";

/** Options of {@link gae}. */
export interface GaeOptions {
  /** Discount per token. @default 1 */
  readonly gamma?: number;
  /** Weight of later errors. @default 1 */
  readonly lambda?: number;
  /** Whether the advantages of all tokens of the batch are whitened, as verl does. @default true */
  readonly whiten?: boolean;
}

/** verl adds it to the variance. */
const TOKEN_WHITENING = { eps: 1e-8, epsAt: "variance" } as const;

const rules: OptionRules<GaeOptions> = {
  gamma: { type: "number", minimum: 0, description: "Discount per token." },
  lambda: { type: "number", minimum: 0, description: "Weight of later errors." },
  whiten: { type: "boolean", description: "Whether the advantages of the batch are whitened." },
};

function raw(rewards: readonly number[], values: readonly number[], gamma: number, decay: number): number[] {
  const advantages = new Array<number>(rewards.length);
  let advantage = 0;
  let next = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    const value = values[t] as number;
    advantage = (rewards[t] as number) + gamma * next - value + decay * advantage;
    advantages[t] = advantage;
    next = value;
  }
  return advantages;
}

/** All tokens of the batch whitened together. */
export function whitenRows(rows: TokenRows): number[][] {
  return split(whiten(flatten(rows), TOKEN_WHITENING), layoutOfSizes(sizesOf(rows)).starts);
}

/**
 * Generalised advantage estimation (arXiv:1506.02438) of PPO with a critic: A(t) = Σ (γλ)^l δ(t+l), where
 * δ(t) = reward(t) + γ V(t+1) - V(t) and V is 0 after the last token; returns are A + V before whitening.
 *
 * @param rewards one list of token rewards per completion
 * @param values the critic's value of each token
 * @throws {RewardError} `bad_input` if shapes differ or a value is not finite, `bad_options`
 */
export function gae(rewards: TokenRows, values: TokenRows, options: GaeOptions = {}): TokenAdvantages {
  const { gamma = 1, lambda = 1, whiten: isWhitened = true } = checkedOptions("gae", rules, options);
  checkRows(rewards, { values });
  const advantages = rewards.map((row, i) => raw(row, values[i] as readonly number[], gamma, gamma * lambda));
  const returns = advantages.map((row, i) =>
    row.map((advantage, t) => advantage + (values[i]?.[t] as number)),
  );
  return { advantages: isWhitened ? whitenRows(advantages) : advantages, returns };
}
