import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { RewardError } from "../core/index.js";
import type { AnyRewardFactory } from "../rewards/define-reward.js";
import { builtinRewards } from "../rewards/index.js";
import { createRegistry, type Registry } from "../rewards/registry.js";
import { cannotLoad, loadCompositions } from "./load-compositions.js";

/** Duck-typed: the module may have been built against another copy of this package. */
function isRewardFactory(value: unknown): value is AnyRewardFactory {
  return (
    typeof value === "function" &&
    "info" in value &&
    typeof (value.info as { name?: unknown }).name === "string"
  );
}

/**
 * Loads the rewards of a user's file: a module (`.ts`, `.js`) that exports them, or a configuration file (`.yaml`,
 * `.json`) that composes them of those in the `registry`.
 *
 * @param path relative to the working directory
 * @throws {RewardError} `bad_reward_module` if the file cannot be loaded or holds no reward
 */
export function loadRewards(path: string, registry: Registry): Promise<readonly AnyRewardFactory[]> {
  return /\.(?:ya?ml|json)$/i.test(path) ? loadCompositions(path, registry) : loadModule(path);
}

/**
 * What a user's module exports. TypeScript is loaded as it is, and `grpo-rewards` resolves to this very package, so that
 * a single file next to a training script needs no project of its own.
 *
 * @param path a `.ts`, `.js`, `.mts` or `.mjs` file, relative to the working directory
 * @throws {RewardError} `bad_reward_module` if the module cannot be loaded
 */
export async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    alias: { "grpo-rewards": fileURLToPath(new URL("../index.js", import.meta.url)) },
    tryNative: true,
    fsCache: false,
  });
  return jiti.import<Record<string, unknown>>(resolve(path)).catch((error: unknown) => {
    throw cannotLoad(path, error);
  });
}

/** @throws {RewardError} `bad_reward_module` if the module cannot be loaded or exports no reward */
async function loadModule(path: string): Promise<AnyRewardFactory[]> {
  const factories = [...new Set(Object.values(await importModule(path)).filter(isRewardFactory))];
  if (factories.length > 0) return factories;
  throw new RewardError("bad_reward_module", `${path} exports no reward; export one that defineReward made.`);
}

/**
 * The built-in rewards and those of the user's files.
 *
 * @throws {RewardError} `bad_reward_module` if a file cannot be used
 */
export async function loadRegistry(modules: readonly string[]): Promise<Registry> {
  // One after the other: a composition may use the rewards of the files before it.
  let registry = createRegistry(builtinRewards);
  for (const path of modules) {
    registry = createRegistry([...registry.values(), ...(await loadRewards(path, registry))]);
  }
  return registry;
}
