import {
  checkOptions,
  count,
  FUNCTION,
  INTEGER,
  listOf,
  type Needs,
  OBJECT,
  POSITIVE,
} from "../../core/index.js";
import { ALL_KINDS, type AnswerKind } from "../answers/index.js";
import type { VerifierPolicy } from "../policy.js";

/** A call that takes longer hangs. */
export const CALL_TIMEOUT_MS = 1000;

export interface CheckOptions {
  /** What the verifier means to do where tastes differ. */
  readonly policy?: Partial<VerifierPolicy>;
  /** @default all */
  readonly kinds?: readonly AnswerKind[];
  /** The same cases for the same seed. @default 1 */
  readonly seed?: number;
  /** How often each law is tried on each entry of the catalogue and each kind. @default 2 */
  readonly runsPerCell?: number;
  /** How many cases are tried in all, instead: everything once, then once more, and so on. */
  readonly cases?: number;
  /** No case begins after so many milliseconds. The report then is another one each time. @default none */
  readonly timeMs?: number;
  /** The worst faults, which are made as short as may be. @default 25 */
  readonly maxShrunk?: number;
  /** Stops when so many faults are found; otherwise everything is tried. */
  readonly stopAfter?: number;
  /** A call that takes longer, and does so again, hangs. A verifier that is isolated has a limit of its own. @default 1000 */
  readonly callTimeoutMs?: number;
  /** How many evaluations may be spent on shrinking one fault. @default 300 */
  readonly shrinkEvaluations?: number;
  /** Hears how many cases are done. */
  readonly onProgress?: (cases: number) => void;
}

/** Of what is not drawn cell by cell. */
export const DRAW_NEEDS: Needs<Omit<CheckOptions, "policy" | "kinds" | "runsPerCell">> = {
  seed: INTEGER,
  cases: count(1),
  timeMs: POSITIVE,
  maxShrunk: count(0),
  stopAfter: count(1),
  callTimeoutMs: POSITIVE,
  shrinkEvaluations: count(0),
  onProgress: FUNCTION,
};

export const EFFORT_NEEDS: Needs<Omit<CheckOptions, "policy" | "kinds">> = {
  ...DRAW_NEEDS,
  runsPerCell: count(1),
};

export const CHECK_NEEDS: Needs<CheckOptions> = {
  ...EFFORT_NEEDS,
  policy: OBJECT,
  kinds: listOf(...ALL_KINDS),
};

/** @throws {RewardError} `bad_options` for a name or a value that there is not */
export function checkVerifierOptions(options: CheckOptions): void {
  checkOptions(options, CHECK_NEEDS);
}
