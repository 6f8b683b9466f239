import { REWARD_KINDS, type RewardKind } from "../../testing/rewards/traits.js";

/** What a target judges: it decides which laws are asked of it. */
export type AuditKind = "verifier" | RewardKind;

export const AUDIT_KINDS: readonly AuditKind[] = ["verifier", ...REWARD_KINDS];
