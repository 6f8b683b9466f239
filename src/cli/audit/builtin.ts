import { RewardError } from "../../core/index.js";
import { findReward } from "../../rewards/registry.js";
import { builtinRewards, createRegistry } from "../../server/index.js";
import type { Target } from "./target.js";

/** Columns that an audit of a verifier fills. */
const FILLED: ReadonlySet<string> = new Set(["solution", "prompt"]);

/** @throws {RewardError} if the target is the name of no reward, or of one that needs more than a reference */
export function checkBuiltin(target: Target): void {
  if (target.type !== "builtin") return;
  const { info } = findReward(createRegistry(builtinRewards), target.name);
  const missing = info.columns.filter((column) => !FILLED.has(column));
  if (missing.length === 0) return;
  throw new RewardError(
    "missing_column",
    `${target.name} reads ${missing.join(", ")}, which an audit does not have; audit a function of yours that sets it.`,
  );
}
