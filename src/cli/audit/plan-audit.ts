import { RewardError } from "../../core/index.js";
import type { RewardCheckOptions, RewardRange, RewardTask, VerifierItem } from "../../testing/index.js";
import { probeOf } from "../../testing/rewards/check-reward.js";
import { type BuiltinAudit, builtinAudit } from "./builtin/index.js";
import { goldColumns } from "./isolation/gold-columns.js";
import type { AuditKind } from "./kinds.js";
import { readTasks } from "./read-tasks.js";
import type { Target } from "./target.js";
import { type GivenTraits, readTraits } from "./traits.js";

/** What the command line says of what a target judges. */
export interface PlanFlags {
  readonly kind?: AuditKind;
  readonly options?: object;
  readonly trait: GivenTraits;
  readonly tasks?: string;
  readonly range?: RewardRange;
  readonly group?: boolean;
  readonly abstains?: boolean;
  readonly goldColumn?: string;
}

/** What is asked of a target, and of which options it is made. */
export interface AuditPlan extends BuiltinAudit {
  readonly probe: VerifierItem;
}

const NOTHING: BuiltinAudit = { kind: "verifier" };

/** @throws {RewardError} for what cannot be meant */
export async function planAudit(target: Target, flags: PlanFlags): Promise<AuditPlan> {
  const own =
    target.type === "builtin" ? builtinAudit(target.name, flags.kind, flags.options ?? null) : NOTHING;
  const kind = flags.kind ?? own.kind;
  const plan = { ...own, ...(flags.options && { options: flags.options }), kind };
  if (kind === "verifier") {
    refuseRewardFlags(flags);
    return { ...plan, probe: { completion: "1", gold: "1", prompt: "" } };
  }
  const given = { ...plan.check, ...(await declared(kind, flags)), kind };
  const tasks = given.tasks ?? plainTasks(kind, flags.goldColumn ?? null);
  const check = { ...given, ...(tasks && { tasks }) };
  return { ...plan, check, probe: probeOf(check) };
}

/** What is declared of a reward on the command line. */
async function declared(
  kind: AuditKind,
  { trait, tasks, range, group, abstains }: PlanFlags,
): Promise<RewardCheckOptions> {
  return {
    ...readTraits(kind, trait),
    ...(tasks !== undefined && { tasks: await readTasks(tasks) }),
    ...(range && { range }),
    ...(group && { isGroup: true }),
    ...(abstains && { abstains: true }),
  };
}

const REWARD_FLAGS = ["tasks", "range", "group", "abstains"] as const;

/** Flags that would change nothing. */
function refuseRewardFlags(flags: PlanFlags): void {
  const given: readonly string[] = [
    ...REWARD_FLAGS.filter((name) => flags[name] !== undefined),
    ...(Object.keys(flags.trait).length > 0 ? ["trait"] : []),
  ];
  if (given.length === 0) return;
  const named = given.map((name) => `--${name}`).join(", ");
  throw new RewardError(
    "bad_options",
    `${named}: of rewards only; say what the target judges, as with --kind format.`,
  );
}

/** Kinds that judge the text by itself. */
const SELF_CONTAINED: ReadonlySet<AuditKind> = new Set(["format", "repetition"]);
/** Kinds of which the kit has rows; of any reward, given rows are asked more than its own. */
const KNOWN_ROWS: ReadonlySet<AuditKind> = new Set(["code", "countdown", "format", "any"]);

/** A sum, with its result in the column that is named, or in all usual ones; none where nothing is compared. */
function plainTasks(kind: AuditKind, goldColumn: string | null): readonly RewardTask[] | undefined {
  if (KNOWN_ROWS.has(kind) && (kind !== "any" || goldColumn === null)) return undefined;
  const isCompared = goldColumn !== null || !SELF_CONTAINED.has(kind);
  return [
    {
      prompt: "What is 6 times 7?",
      columns: isCompared ? goldColumns("42", goldColumn) : {},
      right: ["The answer is \\boxed{42}."],
      wrong: ["The answer is \\boxed{41}."],
    },
  ];
}
