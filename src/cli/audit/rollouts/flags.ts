import { RewardError } from "../../../core/index.js";
import type { PlanFlags } from "../plan-audit.js";

/** What the command line says of logged rollouts. */
export interface RolloutFlags {
  readonly rollouts?: string;
  readonly maxRollouts?: number;
  readonly completionField?: string;
  readonly promptField?: string;
  readonly referenceField?: string;
  readonly scoreField?: string;
}

type CheckedFlags = RolloutFlags & PlanFlags & { readonly kinds?: unknown };

const OF_ROLLOUTS: readonly (keyof CheckedFlags)[] = [
  "maxRollouts",
  "completionField",
  "promptField",
  "referenceField",
  "scoreField",
];

const OF_DRAWN_CASES: readonly (keyof CheckedFlags)[] = ["kinds", "tasks", "group"];

/** @throws {RewardError} `bad_options` for a flag that would change nothing */
export function checkRolloutFlags(flags: CheckedFlags): void {
  const hasLog = flags.rollouts !== undefined;
  const useless = (hasLog ? OF_DRAWN_CASES : OF_ROLLOUTS).filter((name) => flags[name] !== undefined);
  if (useless.length === 0) return;
  const named = useless.map((name) => `--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`);
  const reason = hasLog ? "not with --rollouts, whose rows are asked instead" : "only with --rollouts <file>";
  throw new RewardError("bad_options", `${named.join(", ")}: ${reason}.`);
}
