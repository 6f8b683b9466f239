import type { Finding, RolloutReport, VerifierReport } from "../../testing/index.js";
import type { AuditKind } from "./kinds.js";

/** What an audit found: the same for a seed, whatever the machine. */
export interface AuditReport extends Pick<
  VerifierReport,
  "schema" | "seed" | "verdict" | "coverage" | "calls"
> {
  readonly tool: { readonly name: "grpo-rewards"; readonly version: string };
  /** As it was given. */
  readonly target: string;
  /** What it judges. */
  readonly kind: AuditKind;
  /** The options of a reward that it was made of, if they are not its defaults. */
  readonly options?: object;
  /** Of a verifier. */
  readonly policy?: VerifierReport["policy"];
  /** Of a verifier. */
  readonly rates?: VerifierReport["rates"];
  /** Of rollouts that were logged: how many were asked about or accepted, and how often each law is broken. */
  readonly rollouts?: { readonly count: number } & Pick<RolloutReport, "accepted" | "rates">;
  readonly findings: readonly AuditFinding[];
  /** Findings of the baseline that are gone. */
  readonly stale: readonly string[];
}

export interface AuditFinding extends Finding {
  /** Whether the baseline has it. */
  readonly known: boolean;
}

/** The findings that are not in the baseline. */
export const newFindings = ({ findings }: AuditReport): readonly AuditFinding[] =>
  findings.filter(({ known }) => !known);
