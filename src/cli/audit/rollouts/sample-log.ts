import { RewardError } from "../../../core/index.js";
import type { LoggedRollout } from "../../../testing/index.js";
import { askedOf, sampleRollouts } from "../../../testing/rollouts/rollout.js";
import type { AuditPlan } from "../plan-audit.js";
import { nameOf, type Target } from "../target.js";
import type { RolloutFlags } from "./flags.js";
import { readRollouts } from "./read-rollouts.js";

export interface SampleOptions {
  readonly flags: RolloutFlags;
  readonly goldColumn: string | null;
  readonly seed: number;
  /** Hears how the log was read. */
  readonly onNote: (note: string) => void;
}

const DEFAULT_MAX_ROLLOUTS = 100;

/** So many rows are told of that cannot be read. */
const MOST_NOTES = 6;

/**
 * The rollouts of a log that a target is asked about, and the plan with the first of them as what is asked first.
 *
 * @throws {RewardError} `bad_input` if the log has none, or cannot be read
 */
export async function sampleLog(
  path: string,
  target: Target,
  plan: AuditPlan,
  { flags, goldColumn, seed, onNote }: SampleOptions,
): Promise<{ readonly rollouts: readonly LoggedRollout[]; readonly plan: AuditPlan }> {
  let notes = 0;
  const readsColumns = plan.kind !== "verifier";
  const log = readRollouts(path, {
    flags,
    goldColumn,
    readsColumns,
    name: nameOf(target),
    onNote: (note) => {
      if (notes++ < MOST_NOTES) onNote(note);
    },
  });
  const rollouts = await sampleRollouts(log, flags.maxRollouts ?? DEFAULT_MAX_ROLLOUTS, seed).catch(
    (error: unknown) => {
      throw unreadable(path, error);
    },
  );
  if (notes > MOST_NOTES) onNote(`${notes - MOST_NOTES} more rows are left out.`);
  const [first] = rollouts;
  if (first === undefined) throw new RewardError("bad_input", `${path} has no rollout that can be read.`);
  return {
    rollouts,
    plan: readsColumns ? { ...plan, probe: askedOf(first, first.completion) } : plan,
  };
}

/** What files and their packing are refused with has a code: another exit code than that of findings is due. */
function unreadable(path: string, error: unknown): unknown {
  const isRefused = error instanceof Error && "code" in error && !(error instanceof RewardError);
  return isRefused
    ? new RewardError("bad_input", `${path} cannot be read: ${error.message}`, { cause: error })
    : error;
}
