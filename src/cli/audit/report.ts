import type { Finding, VerifierReport } from "../../testing/index.js";

/** What an audit found: the same for a seed, whatever the machine. */
export interface AuditReport extends Omit<VerifierReport, "findings" | "verdict"> {
  readonly tool: { readonly name: "grpo-rewards"; readonly version: string };
  /** As it was given. */
  readonly target: string;
  readonly verdict: VerifierReport["verdict"];
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
