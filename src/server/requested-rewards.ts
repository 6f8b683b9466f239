import { weightedSum } from "../compose/index.js";
import { type CompositeReward, RewardError, type RewardFunction } from "../core/index.js";
import type { Registry } from "../rewards/registry.js";
import { type RewardSpec, rewardFromSpec } from "../spec/index.js";

/** The rewards of a request, and their weighted sum, which is what is scored. */
export interface RequestedRewards {
  readonly rewards: readonly RewardFunction[];
  readonly sum: CompositeReward;
}

/** The keys of a composition's parts say whose parts they are: `"<key>.<part>"`. */
function withPrefix(reward: RewardFunction, prefix: string): RewardFunction {
  return reward.kind === "composite"
    ? { ...reward, parts: reward.parts.map((part) => withPrefix(part, prefix)) }
    : { ...reward, name: `${prefix}.${reward.name}` };
}

/** What columns the reward reads is known here by name only; `scoreBatch` checks that they are there. */
function makeReward(registry: Registry, spec: RewardSpec, index: number): RewardFunction {
  const reward = rewardFromSpec(spec, registry, `rewards[${index}]`) as RewardFunction;
  return reward.kind === "composite" ? withPrefix(reward, reward.name) : reward;
}

function checkKeys(rewards: readonly RewardFunction[]): void {
  const keys = rewards.map(({ name }) => name);
  const twice = keys.find((key, i) => keys.indexOf(key) < i);
  if (twice === undefined) return;
  throw new RewardError("bad_input", `Two rewards have the key "${twice}"; give one of them another "key".`);
}

/** The weight that a spec gives its reward, if any. */
export const weightOf = (spec: RewardSpec): number | undefined =>
  typeof spec === "string" ? undefined : (spec.weight as number | undefined);

/**
 * Makes the rewards that a request asks for.
 *
 * @throws {RewardError} for a spec that is no reward, or two of the same key
 */
export function requestedRewards(registry: Registry, specs: readonly RewardSpec[]): RequestedRewards {
  const rewards = specs.map((spec, i) => makeReward(registry, spec, i));
  checkKeys(rewards);
  const sum = weightedSum(...rewards.map((reward, i) => [reward, weightOf(specs[i] ?? "") ?? 1] as const));
  return { rewards, sum };
}
