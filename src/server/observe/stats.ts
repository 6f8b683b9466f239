import type { EventLoopDelay } from "./event-loop-delay.js";
import type { Distribution } from "./histogram.js";
import type { RestartReason } from "./observer.js";

/** What a server is at; it scores while it is ready. */
export type ServerState = "loading" | "ready" | "ending";

/** The figures of one reward. */
export interface RewardStats {
  /** How many scores there were by status: `scored`, or why there is none. */
  readonly items: Readonly<Record<string, number>>;
  /** Scores that are missing because the time was over: the item's own, or that of the whole request. */
  readonly timeouts: Readonly<Record<"item" | "request", number>>;
  /** Seconds of each call of the reward: for a completion, or for a group. Without those that were killed. */
  readonly itemSeconds: Distribution;
  readonly values: Distribution;
}

/** What a server has done since its start; never anything of a text. */
export interface Stats {
  readonly server: {
    readonly name: string;
    readonly version: string;
    readonly pid: number;
    readonly uptimeSeconds: number;
    readonly state: ServerState;
  };
  readonly requests: {
    readonly inFlight: number;
    /** Answers by method, and by `ok` or the code of the error. */
    readonly answered: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  readonly bytes: Readonly<Record<"received" | "sent", number>>;
  readonly batches: {
    /** From the arrival of a request until its turn. */
    readonly queueSeconds: Distribution;
    readonly workSeconds: Distribution;
  };
  /** By the reward's key. */
  readonly rewards: Readonly<Record<string, RewardStats>>;
  /** Threads that score, and were replaced. */
  readonly workerRestarts: Readonly<Record<RestartReason, number>>;
  readonly process: {
    readonly memoryBytes: number;
    readonly cpuSeconds: number;
    readonly eventLoopDelaySeconds: EventLoopDelay;
  };
}
