import { readFile } from "node:fs/promises";
import { located, RewardError } from "../core/index.js";
import type { AnyRewardFactory } from "../rewards/define-reward.js";
import type { Registry } from "../rewards/registry.js";
import { leavesOfSpec, namedComposition } from "../spec/index.js";

/** The error for a file of rewards that cannot be loaded. */
export function cannotLoad(path: string, error: unknown): RewardError {
  const message = error instanceof Error ? error.message : String(error);
  const [reason = ""] = message.split("\nRequire stack:");
  return new RewardError("bad_reward_module", `Cannot load the rewards of ${path}: ${reason}`, {
    cause: error,
  });
}

/** The specs of a configuration file, by name. */
async function readSpecs(path: string): Promise<ReadonlyMap<string, unknown>> {
  const { parse } = await import("yaml");
  let content: unknown;
  try {
    content = parse(await readFile(path, "utf8"));
  } catch (error) {
    throw cannotLoad(path, error);
  }
  const { rewards } = (content ?? {}) as { readonly rewards?: unknown };
  if (typeof rewards === "object" && rewards !== null && !Array.isArray(rewards)) {
    return new Map(Object.entries(rewards));
  }
  throw new RewardError(
    "bad_reward_module",
    `${path} needs "rewards", an object with a reward by each name.`,
  );
}

/** Defines each composition behind those that it uses, whatever their order in the file. */
function inOrderOfUse(specs: ReadonlyMap<string, unknown>, registry: Registry): AnyRewardFactory[] {
  const known = new Map(registry);
  const defined: AnyRewardFactory[] = [];
  const define = (name: string, users: readonly string[]): void => {
    if (users.includes(name)) {
      const circle = [...users.slice(users.indexOf(name)), name].join(" uses ");
      throw new RewardError("bad_options", `a composition cannot be a part of itself: ${circle}.`);
    }
    const spec = specs.get(name);
    for (const { name: part } of leavesOfSpec(spec)) {
      if (specs.has(part) && !known.has(part)) define(part, [...users, name]);
    }
    if (known.has(name) && !registry.has(name)) return;
    const factory = namedComposition(name, spec, known);
    known.set(name, factory);
    defined.push(factory);
  };
  for (const name of specs.keys()) define(name, []);
  return defined;
}

/**
 * Loads the compositions of a configuration file: an object `rewards`, with a spec by each name. They may use each
 * other, in any order.
 *
 * @throws {RewardError} if the file cannot be read, or a spec is no reward; the message names the file and the place
 */
export async function loadCompositions(
  path: string,
  registry: Registry,
): Promise<readonly AnyRewardFactory[]> {
  const specs = await readSpecs(path);
  return located(path, () => inOrderOfUse(specs, registry));
}
