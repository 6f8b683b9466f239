import type { Reply, Request } from "./protocol.js";

/** What hears of a process or a thread. */
export interface ChannelEvents {
  readonly onReply: (reply: Reply) => void;
  /** What ran has ended, and another one has taken its place, which is loaded. */
  readonly onReplaced: (reason: string) => void;
  /** It is gone; nothing follows. */
  readonly onEnd: (reason: string) => void;
}

/** A process or a thread that judges, and can be killed. */
interface Channel {
  readonly send: (request: Request) => void;
  /** Ends what runs, which may be replaced. */
  readonly stop: () => void;
  /** Ends it for good. */
  readonly kill: () => void;
}

/** Starts a process or a thread. */
export type StartChannel = (events: ChannelEvents) => Channel;
