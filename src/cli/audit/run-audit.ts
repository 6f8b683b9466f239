import { RewardError } from "../../core/index.js";
import {
  auditRollouts,
  checkReward,
  checkVerifier,
  inferPolicy,
  isolated,
  type AnswerKind,
  type LoggedRollout,
  type RewardReport,
  type RolloutReport,
  type VerifierPolicy,
  type VerifierReport,
  type VerifierTarget,
} from "../../testing/index.js";
import type { RewardTraits } from "../../testing/rewards/target.js";
import type { BuiltinAudit } from "./builtin/index.js";
import type { Effort } from "./effort.js";
import type { AuditFinding, AuditReport } from "./report.js";

export interface AuditOptions extends Effort {
  readonly seed: number;
  readonly onProgress: (cases: number) => void;
  /** The target as it was given. */
  readonly title: string;
  readonly version: string;
  /** What the target judges, and what is declared of it. */
  readonly plan: BuiltinAudit;
  /** What a reward that runs elsewhere says of itself. */
  readonly traits?: RewardTraits;
  readonly policy: Partial<VerifierPolicy>;
  readonly kinds?: readonly AnswerKind[];
  /** Rollouts of a log, about which the target is asked instead of drawn cases. */
  readonly rollouts?: readonly LoggedRollout[];
  /** Ids of known findings; `null` without a baseline. */
  readonly baseline: ReadonlySet<string> | null;
}

type Audited = VerifierReport | RewardReport | AuditedRollouts;
type AuditedRollouts = Omit<RolloutReport, "rollouts" | "accepted" | "rates"> &
  Required<Pick<AuditReport, "rollouts">>;
type Auditor = (target: VerifierTarget, options: AuditOptions) => Promise<Audited>;

function auditorOf({ rollouts, plan }: AuditOptions): Auditor {
  if (rollouts !== undefined) return auditLog;
  return plan.kind === "verifier" ? auditVerifier : auditReward;
}

/** Audits a verifier or a reward. */
export async function runAudit(target: VerifierTarget, options: AuditOptions): Promise<AuditReport> {
  const { title, version, baseline, plan } = options;
  const audited = await auditorOf(options)(target, options);
  const { schema, findings, ...report } = audited;
  const known = findings.map((finding): AuditFinding => ({
    ...finding,
    known: baseline?.has(finding.id) ?? false,
  }));
  const found = new Set(findings.map(({ id }) => id));
  return {
    tool: { name: "grpo-rewards", version },
    target: title,
    kind: plan.kind,
    ...(plan.options && { options: plan.options }),
    schema,
    ...report,
    findings: known,
    stale: [...(baseline ?? [])].filter((id) => !found.has(id)),
  };
}

type CheckEffort = Effort & Pick<AuditOptions, "seed" | "onProgress">;

/** What of the options says how thoroughly to check. */
const effortOf = ({
  seed,
  cases,
  runsPerCell,
  timeMs,
  shrinkEvaluations,
  onProgress,
}: AuditOptions): CheckEffort => ({
  seed,
  shrinkEvaluations,
  onProgress,
  ...(cases !== undefined && { cases }),
  ...(runsPerCell !== undefined && { runsPerCell }),
  ...(timeMs !== undefined && { timeMs }),
});

async function auditVerifier(target: VerifierTarget, options: AuditOptions): Promise<Audited> {
  const given = { ...options.plan.policy, ...options.policy };
  const kinds = options.kinds ?? options.plan.kinds;
  const { threshold } = given;
  const inferred = await inferPolicy(target, { ...(threshold !== undefined && { threshold }) });
  return checkVerifier(target, {
    ...effortOf(options),
    policy: { ...inferred, ...given },
    ...(kinds && { kinds }),
  });
}

async function auditReward(target: VerifierTarget, options: AuditOptions): Promise<Audited> {
  const { range, isGroup, parts } = options.traits ?? {};
  const { check = {} } = options.plan;
  return checkReward(isolated(target, Infinity), {
    ...(range && { range }),
    ...(isGroup && { isGroup }),
    ...check,
    ...(parts !== undefined && { composite: { parts, ...check.composite } }),
    ...effortOf(options),
  });
}

async function auditLog(target: VerifierTarget, options: AuditOptions): Promise<Audited> {
  const { plan, policy, traits, rollouts = [] } = options;
  if (traits?.isGroup === true) {
    throw new RewardError(
      "bad_options",
      "--rollouts: a reward that compares the completions of a group cannot be asked about one of them.",
    );
  }
  const range = plan.check?.range ?? policy.range ?? traits?.range;
  const {
    rollouts: count,
    accepted,
    rates,
    ...report
  } = await auditRollouts(target, rollouts, {
    ...effortOf(options),
    maxRollouts: Infinity,
    judgesAnswers: plan.kind === "verifier" || plan.kind === "judge",
    ...(policy.threshold !== undefined && { threshold: policy.threshold }),
    ...(range && { range }),
  });
  return { ...report, rollouts: { count, accepted, rates } };
}
