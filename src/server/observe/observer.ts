import type { RewardResult } from "../../core/index.js";

/** A batch that was scored. */
interface ScoredBatch {
  /** The results of each reward by its key. */
  readonly results: ReadonlyMap<string, readonly RewardResult[]>;
  /** Milliseconds from the arrival of the request until its turn. */
  readonly queueMs: number;
  readonly workMs: number;
}

/** A request that was answered. */
interface AnsweredRequest {
  readonly method: string;
  readonly ms: number;
  /** The error's code and message, if it was answered with one. */
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** Who hears of what a server does: metrics, logs. Never of texts. */
export interface Observer {
  readonly scored: (batch: ScoredBatch) => void;
  readonly answered: (request: AnsweredRequest) => void;
}

/** Hears all that several hear. */
export function observers(all: readonly Observer[]): Observer {
  return {
    scored: (batch) => all.forEach((each) => each.scored(batch)),
    answered: (request) => all.forEach((each) => each.answered(request)),
  };
}
