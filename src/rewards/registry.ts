import { RewardError } from "../core/index.js";
import type { AnyRewardFactory } from "./define-reward.js";

/** Reward factories by wire name. */
export type Registry = ReadonlyMap<string, AnyRewardFactory>;

const WIRE_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Puts factories in a registry.
 *
 * @throws {RewardError} `bad_reward_module` if a name is not in snake case, or two are the same.
 */
export function createRegistry(factories: Iterable<AnyRewardFactory>): Registry {
  const registry = new Map<string, AnyRewardFactory>();
  for (const factory of factories) {
    const { name } = factory.info;
    if (!WIRE_NAME.test(name)) {
      throw new RewardError(
        "bad_reward_module",
        `"${name}" is no name for a reward; use snake case, such as "my_reward".`,
      );
    }
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
