import {
  checkVerifier,
  DEFAULT_VERIFIER_POLICY,
  inferPolicy,
  type AnswerKind,
  type VerifierPolicy,
  type VerifierTarget,
} from "../../testing/index.js";
import type { AuditReport } from "./report.js";

export interface AuditOptions {
  /** The target as it was given. */
  readonly title: string;
  readonly version: string;
  readonly seed: number;
  readonly cases: number;
  readonly timeMs?: number;
  readonly policy: Partial<VerifierPolicy>;
  readonly kinds?: readonly AnswerKind[];
  readonly shrinkEvaluations: number;
  /** Ids of known findings; `null` without a baseline. */
  readonly baseline: ReadonlySet<string> | null;
  readonly onProgress: (cases: number) => void;
}

/** Audits a verifier. */
export async function runAudit(target: VerifierTarget, options: AuditOptions): Promise<AuditReport> {
  const { title, version, baseline, policy: given, kinds, timeMs, seed, cases } = options;
  const { shrinkEvaluations, onProgress } = options;
  const inferred = await inferPolicy(target, { ...DEFAULT_VERIFIER_POLICY, ...given });
  const report = await checkVerifier(target, {
    policy: { ...inferred, ...given },
    ...(kinds && { kinds }),
    seed,
    cases,
    ...(timeMs !== undefined && { timeMs }),
    shrinkEvaluations,
    onProgress,
  });
  const findings = report.findings.map((finding) => ({
    ...finding,
    known: baseline?.has(finding.id) ?? false,
  }));
  const found = new Set(findings.map(({ id }) => id));
  const stale = [...(baseline ?? [])].filter((id) => !found.has(id));
  return { tool: { name: "grpo-rewards", version }, target: title, ...report, findings, stale };
}
