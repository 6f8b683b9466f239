import { RewardError } from "../../core/index.js";
import type { Arenas } from "../frames/arenas.js";
import { type Frame, FRAME_MARK } from "../frames/frame.js";
import { createFrameReceiver } from "./frame-receiver.js";
import { createLineReceiver } from "./line-receiver.js";

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

/** Takes a stream's bytes, and its end: a last line without a newline is a message too. */
export interface MessageReader {
  /** @returns whether it holds on to the chunk, whose memory then is its own */
  readonly push: (chunk: Buffer) => boolean;
  /** Where the next bytes of the stream may be written directly, within a frame; `filled` then takes their number. */
  readonly room: () => Buffer | null;
  readonly filled: (bytes: number) => void;
  readonly end: () => void;
}

/** Why a message of that size is refused. */
export function tooLarge(bytes: number, maxFrameBytes: number): RewardError {
  return new RewardError(
    "too_large",
    `A request of ${bytes} bytes is over the limit of ${maxFrameBytes}; send smaller batches, or raise --max-frame-bytes.`,
  );
}

/**
 * Cuts a byte stream into messages. Each byte is looked at once and copied once: those of a line into its text, those
 * of a frame into the memory from which threads read. What is over the limit is never held.
 */
export function createMessageReader(options: MessageReaderOptions, handlers: MessageHandlers): MessageReader {
  const lines = createLineReceiver(options.maxFrameBytes, handlers);
  const frames = createFrameReceiver(options, handlers);
  let current: Receiver | null = null;
  const push = (chunk: Buffer): boolean => {
    for (let at = 0; at < chunk.length;) {
      current ??= chunk[at] === FRAME_MARK ? frames : lines;
      at = current.take(chunk, at);
      if (!current.isOpen()) current = null;
      const stray = frames.takeStray();
      if (stray === null) continue;
      // Whatever it is, it ends with a line, and is no JSON.
      current = lines;
      push(stray);
    }
    return lines.isOpen();
  };
  return {
    push,
    room: () => frames.room(),
    filled: (bytes) => {
      frames.filled(bytes);
      if (!frames.isOpen()) current = null;
    },
    end: () => {
      current?.end();
      current = null;
    },
  };
}
