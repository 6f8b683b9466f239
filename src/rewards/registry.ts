import { RewardError } from "../core/index.js";
import { closestName } from "./closest-name.js";
import { COUNTERPARTS } from "./counterparts.js";
import type { AnyRewardFactory } from "./define-reward.js";

/** Reward factories by wire name. */
export type Registry = ReadonlyMap<string, AnyRewardFactory>;

/** What an error message shows of a name that is none. */
const LONGEST_NAME = 100;

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

const listed = (systems: readonly string[]): string =>
  systems.length === 1 ? `${systems[0] ?? ""} calls` : `${systems.join(", ")} call`;

/** What stands here for the reward of this name in other systems, a clause for each that differs. */
function counterpartsOf(name: string): string[] {
  const asked = name.toLowerCase().replaceAll("-", "_");
  const clauses = new Map<string, string[]>();
  for (const [system, rows] of Object.entries(COUNTERPARTS)) {
    for (const { names, reward, options, remark } of rows) {
      if (!names.some((each) => each.toLowerCase() === asked)) continue;
      const hasOptions = reward !== null && Object.keys(options).length > 0;
      const made = hasOptions ? `${reward} with the options ${JSON.stringify(options)}` : reward;
      const here = [made, remark].filter((part) => part !== null && part !== "").join("; ");
      clauses.set(here, [...(clauses.get(here) ?? []), system]);
    }
  }
  return [...clauses].map(([here, systems]) => `What ${listed(systems)} so is here: ${here}.`);
}

/** The error for a name that is none of the `known`: it says what may be meant. */
export function unknownReward(name: string, known: readonly string[]): RewardError {
  const counterparts = counterpartsOf(name);
  const closest = closestName(name, known);
  const hints =
    counterparts.length > 0
      ? counterparts
      : [closest !== undefined && `Did you mean "${closest}"?`, `Known are ${[...known].sort().join(", ")}.`];
  const message = [`There is no reward named ${JSON.stringify(name.slice(0, LONGEST_NAME))}.`, ...hints];
  return new RewardError("unknown_reward", message.filter((part) => part !== false).join(" "));
}

/** @throws {RewardError} `unknown_reward`, with what may be meant, or the names that exist */
export function findReward(registry: Registry, name: string): AnyRewardFactory {
  const factory = registry.get(name);
  if (factory) return factory;
  throw unknownReward(name, [...registry.keys()]);
}
