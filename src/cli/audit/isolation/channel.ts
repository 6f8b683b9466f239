import type { Reply, Request } from "./protocol.js";

/** What hears of a process or a thread. */
export interface ChannelEvents {
  readonly onReply: (reply: Reply) => void;
  /** It is gone; nothing follows. */
  readonly onEnd: (reason: string) => void;
}

/** A process or a thread that judges, and can be killed. */
interface Channel {
  readonly send: (request: Request) => void;
  readonly kill: () => void;
}

/** Starts a process or a thread. */
export type StartChannel = (events: ChannelEvents) => Channel;
