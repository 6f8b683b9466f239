import type { Registry } from "../../rewards/registry.js";
import type { Observer } from "../observe/observer.js";
import type { ScoringThreads } from "../threads/scoring-threads.js";

/** What a method may use besides its params. */
export interface MethodContext {
  readonly registry: Registry;
  readonly version: string;
  readonly maxFrameBytes: number;
  /** When the whole message had arrived, on the clock of `performance.now()`. */
  readonly receivedAt: number;
  /** Aborted when the caller cancels the request or goes away. */
  readonly signal: AbortSignal;
  /** Ends the server after the requests in flight; absent where one client may not end it for all. */
  readonly shutdown?: () => void;
  readonly observer?: Observer;
  /** Where rewards are scored that are not ours; without it, they are scored in this thread. */
  readonly threads?: ScoringThreads;
}

/** A method of the protocol. Its params have passed the protocol's schema. */
export type Method<P = unknown, R = unknown> = (params: P, context: MethodContext) => R | Promise<R>;
