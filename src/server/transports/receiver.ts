import { RewardError } from "../../core/index.js";
import type { Arenas } from "../frames/arenas.js";
import type { Frame } from "../frames/frame.js";

/** A message as it arrives: a line of JSON, or a frame. */
export type IncomingMessage = string | Frame;

/** Where messages go. */
export interface MessageHandlers {
  readonly onMessage: (message: IncomingMessage) => void;
  /** A message cannot be taken: its bytes are dropped as they come, or the stream ended in it. */
  readonly onRefused: (error: RewardError) => void;
}

/** What a reader is bound by, and what frames are received in. */
export interface MessageReaderOptions {
  readonly maxFrameBytes: number;
  readonly arenas: Arenas;
}

/** A message, or what is left of it, while its bytes come. */
export interface Receiver {
  /** Takes from a chunk, from `at` on, what belongs to the message, and says where it stopped. */
  readonly take: (chunk: Buffer, at: number) => number;
  /** Whether the message has not ended yet. */
  readonly isOpen: () => boolean;
  /** The stream has ended. */
  readonly end: () => void;
}

/** Why a message of that size is not taken: it is over the limit, or there is no memory for it. */
export function refusalOf(bytes: number, maxFrameBytes: number): RewardError {
  const problem =
    bytes > maxFrameBytes
      ? `A request of ${bytes} bytes is over the limit of ${maxFrameBytes}; send smaller batches, or raise --max-frame-bytes.`
      : `There is no memory for a request of ${bytes} bytes.`;
  return new RewardError("too_large", problem);
}
