import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { RewardError } from "../core/index.js";
import type { AnyRewardFactory } from "../rewards/define-reward.js";

/** Duck-typed: the module may have been built against another copy of this package. */
function isRewardFactory(value: unknown): value is AnyRewardFactory {
  return (
    typeof value === "function" &&
    "info" in value &&
    typeof (value.info as { name?: unknown }).name === "string"
  );
}

/**
 * Loads the rewards that a user's module exports. TypeScript is loaded as it is, and `grpo-rewards` resolves to
 * this very package, so that a single file next to a training script needs no project of its own.
 *
 * @param path a `.ts`, `.js`, `.mts` or `.mjs` file, relative to the working directory
 * @throws {RewardError} `bad_reward_module` if the module cannot be loaded or exports no reward
 */
export async function loadRewards(path: string): Promise<AnyRewardFactory[]> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    alias: { "grpo-rewards": fileURLToPath(new URL("../index.js", import.meta.url)) },
    tryNative: true,
    fsCache: false,
  });
  const exported = await jiti.import<Record<string, unknown>>(resolve(path)).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RewardError("bad_reward_module", `Cannot load the rewards of ${path}: ${reason}`, {
      cause: error,
    });
  });
  const factories = [...new Set(Object.values(exported).filter(isRewardFactory))];
  if (factories.length > 0) return factories;
  throw new RewardError("bad_reward_module", `${path} exports no reward; export one that defineReward made.`);
}
