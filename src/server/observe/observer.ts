import type { BatchResult } from "../../score/index.js";

/** A batch that was scored. */
export interface ScoredBatch extends Pick<BatchResult, "results" | "timings"> {
  /** Milliseconds from the arrival of the request until its turn. */
  readonly queueMs: number;
  readonly workMs: number;
}

/** A request that was answered. */
interface AnsweredRequest {
  /** A method of the protocol, or the route of a trainer. */
  readonly method: string;
  readonly ms: number;
  /** The error's code and message, if it was answered with one. */
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** Why something that scores was replaced: it took too long, or it ended. */
export type RestartReason = "timeout" | "exit";

/** Who hears of what a server does: figures, logs, spans. Never of texts. */
export interface Observer {
  /** A request has arrived; `answered` follows. */
  readonly received?: () => void;
  readonly answered?: (request: AnsweredRequest) => void;
  readonly scored?: (batch: ScoredBatch) => void;
  readonly restarted?: (reason: RestartReason) => void;
}

/** Hears all that several hear. */
export function observers(all: readonly Observer[]): Observer {
  return {
    received: () => all.forEach((each) => each.received?.()),
    answered: (request) => all.forEach((each) => each.answered?.(request)),
    scored: (batch) => all.forEach((each) => each.scored?.(batch)),
    restarted: (reason) => all.forEach((each) => each.restarted?.(reason)),
  };
}
