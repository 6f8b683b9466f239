import type { AuditKind } from "./kinds.js";
import type { Target } from "./target.js";

/** What the command line says of how thoroughly a target is tested. */
export interface EffortFlags {
  readonly cases?: number;
  readonly time?: number;
  readonly shrink?: number;
  /** The log about which a target is asked, all of it. */
  readonly rollouts?: string;
}

/** How thoroughly a target is tested. */
export interface Effort {
  /** How many cases are tried in all, instead of each entry as often as `runsPerCell` says. */
  readonly cases?: number;
  readonly runsPerCell?: number;
  readonly timeMs?: number;
  readonly shrinkEvaluations: number;
}

const USUAL = { cases: 2000, shrinkEvaluations: 100 } as const;
/** A call to SymPy takes as long as a hundred of a verifier in JavaScript: every entry is tried, but once. */
const SLOW = { runsPerCell: 1, shrinkEvaluations: 40 } as const;
/** More cases than the time allows. */
const ENDLESS = 1e9;

/** The effort that a target is worth. It rests on where the target runs, not on its speed, so that reports repeat. */
export function effortOn({ type }: Target, kind: AuditKind, flags: EffortFlags): Effort {
  const { cases, time, shrink, rollouts } = flags;
  const isSlow = type === "python" || type === "url";
  const { shrinkEvaluations, ...tried } = kind === "verifier" && isSlow ? SLOW : USUAL;
  const timeMs = time === undefined ? {} : { cases: ENDLESS, timeMs: time * 1000 };
  return {
    ...(kind === "verifier" && rollouts === undefined && tried),
    ...timeMs,
    ...(cases !== undefined && { cases }),
    shrinkEvaluations: shrink ?? shrinkEvaluations,
  };
}
