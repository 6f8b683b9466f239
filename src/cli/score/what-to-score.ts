import { readFile } from "node:fs/promises";
import { type AdvantageOptions, checkAdvantageOptions } from "../../advantage/index.js";
import { RewardError } from "../../core/index.js";
import type { Registry } from "../../rewards/registry.js";
import { loadRegistry } from "../../server/load-rewards.js";
import { requestedRewards } from "../../server/requested-rewards.js";
import { leavesOfSpec, type RewardSpec } from "../../spec/index.js";

/** What the command line says of the rewards. */
export interface RewardFlags {
  readonly rewards?: readonly string[];
  readonly config?: string;
  readonly load: readonly string[];
  readonly advantages?: AdvantageOptions;
}

/** Rewards, and advantages if they are wanted. */
export interface WhatToScore {
  readonly registry: Registry;
  readonly modules: readonly string[];
  readonly specs: readonly RewardSpec[];
  readonly advantages: AdvantageOptions | null;
}

interface Config {
  /** A list of rewards; or compositions by name. */
  readonly rewards?: readonly RewardSpec[] | Readonly<Record<string, unknown>>;
  readonly advantages?: AdvantageOptions;
}

async function readConfig(path: string): Promise<Config> {
  const { parse } = await import("yaml");
  const text = await readFile(path, "utf8");
  try {
    const config = parse(text) as unknown;
    if (typeof config === "object" && config !== null && !Array.isArray(config)) return config;
  } catch (error) {
    throw new RewardError("bad_options", `${path}: ${(error as Error).message}`);
  }
  throw new RewardError(
    "bad_options",
    `${path} needs "rewards": a list of rewards, or compositions by name.`,
  );
}

/** The compositions that are no part of another one. */
function outermost(compositions: Readonly<Record<string, unknown>>): string[] {
  const parts = new Set(
    Object.values(compositions).flatMap((spec) => leavesOfSpec(spec).map(({ name }) => name)),
  );
  return Object.keys(compositions).filter((name) => !parts.has(name));
}

/** A weight in each makes the sum of all wanted, which is the reward of the row. */
function withWeight(spec: RewardSpec): RewardSpec {
  if (typeof spec === "string") return { name: spec, weight: 1 };
  return typeof spec === "object" && (spec as unknown) !== null ? { weight: 1, ...spec } : spec;
}

/**
 * Reads what is to be scored, and finds every mistake in it that can be found without a row.
 *
 * @throws {RewardError} for a reward, an option, a file or an estimator that is none
 */
export async function whatToScore(flags: RewardFlags): Promise<WhatToScore> {
  const config = flags.config === undefined ? {} : await readConfig(flags.config);
  const isList = Array.isArray(config.rewards);
  const isNamed = !isList && config.rewards !== undefined;
  const modules = [...flags.load, ...(isNamed && flags.config !== undefined ? [flags.config] : [])];
  const configured = isList
    ? config.rewards
    : outermost((config.rewards ?? {}) as Readonly<Record<string, unknown>>);
  const specs = (flags.rewards ?? (configured as readonly RewardSpec[])).map(withWeight);
  if (specs.length === 0) {
    throw new RewardError(
      "bad_options",
      "Name the rewards: --rewards accuracy,think_format, or --config rewards.yaml.",
    );
  }
  const registry = await loadRegistry(modules);
  requestedRewards(registry, specs);
  const advantages = flags.advantages ?? config.advantages ?? null;
  if (advantages) checkAdvantageOptions(advantages);
  return { registry, modules, specs, advantages };
}
