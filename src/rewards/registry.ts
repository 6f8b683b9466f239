import { RewardError } from "../core/index.js";
import type { AnyRewardFactory } from "./define-reward.js";

/** Reward factories by wire name. */
export type Registry = ReadonlyMap<string, AnyRewardFactory>;

/**
 * Puts factories in a registry.
 *
 * @throws {RewardError} `bad_reward_module` if two have the same name.
 */
export function createRegistry(factories: Iterable<AnyRewardFactory>): Registry {
  const registry = new Map<string, AnyRewardFactory>();
  for (const factory of factories) {
    const { name } = factory.info;
    if (registry.has(name)) {
      throw new RewardError("bad_reward_module", `Two rewards are named "${name}"; rename one of them.`);
    }
    registry.set(name, factory);
  }
  return registry;
}

/** @throws {RewardError} `unknown_reward`, with the names that exist. */
export function findReward(registry: Registry, name: string): AnyRewardFactory {
  const factory = registry.get(name);
  if (factory) return factory;
  const known = [...registry.keys()].sort().join(", ");
  throw new RewardError("unknown_reward", `There is no reward named "${name}"; known are ${known}.`);
}
