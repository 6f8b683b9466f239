import type { RewardKind } from "../../testing/index.js";

/** What a target judges: it decides which laws are asked of it. */
export type AuditKind = "verifier" | RewardKind;

export const AUDIT_KINDS: readonly AuditKind[] = [
  "verifier",
  "format",
  "length",
  "repetition",
  "code",
  "judge",
  "composite",
  "countdown",
  "any",
];
