import type { Registry } from "../../rewards/registry.js";
import type { Monitor } from "../observe/monitor.js";
import type { Observer } from "../observe/observer.js";
import type { Threads } from "../threads/threads-on-demand.js";
import type { SharedTexts } from "../threads/texts.js";

/** Sends a notification; `false` if the client has too much to read already. */
export type Notify = (notification: string) => boolean;

/** The texts that came with a request in a frame. */
export interface FrameTexts {
  readonly shared: SharedTexts;
  /** Nobody reads them any more: their memory may be used for another frame. */
  readonly recycle: () => void;
}

/** What a method may use besides its params. */
export interface MethodContext {
  readonly registry: Registry;
  readonly version: string;
  readonly maxFrameBytes: number;
  /** When the whole message had arrived, on the clock of `performance.now()`. */
  readonly receivedAt: number;
  /** Aborted when the caller cancels the request or goes away. */
  readonly signal: () => AbortSignal;
  /** Ends the server after the requests in flight; absent where one client may not end it for all. */
  readonly shutdown?: () => void;
  readonly observer: Observer;
  readonly monitor: Monitor;
  /** The id of the request; absent of a notification. */
  readonly requestId?: unknown;
  /** Absent where the transport carries replies alone. */
  readonly notify?: Notify;
  /** Whether the transport carries frames. */
  readonly takesFrames?: boolean;
  /** Absent where the request is no frame. */
  readonly texts?: FrameTexts;
  /** Where rewards are scored that are not ours; without it, they are scored in this thread. */
  readonly threads?: Threads;
  /** The environment variables that a request's rewards may name; without it, any. */
  readonly allowedVariables?: readonly string[];
}

/** A method of the protocol. Its params have passed the protocol's schema. */
export type Method<P = unknown, R = unknown> = (params: P, context: MethodContext) => R | Promise<R>;
