import { FRAME_MARK } from "../frames/frame.js";
import { createFrameReceiver } from "./frame-receiver.js";
import { createLineReceiver } from "./line-receiver.js";
import type { MessageHandlers, MessageReaderOptions, Receiver } from "./receiver.js";

/** Takes a stream's bytes, and its end: a last line without a newline is a message too. */
export interface MessageReader {
  readonly push: (chunk: Buffer) => void;
  /** Where the next bytes of the stream may be written directly, within a frame; `filled` then takes their number. */
  readonly room: () => Buffer | null;
  readonly filled: (bytes: number) => void;
  /** Whether a message has begun and not ended. */
  readonly isWithin: () => boolean;
  readonly end: () => void;
}

/**
 * Cuts a byte stream into messages. Each byte is looked at once, however the stream is cut, and copied into memory that
 * is used for one message after another. What is over the limit is never held.
 */
export function createMessageReader(options: MessageReaderOptions, handlers: MessageHandlers): MessageReader {
  const lines = createLineReceiver(options, handlers);
  const frames = createFrameReceiver(options, handlers);
  let current: Receiver | null = null;
  const push = (chunk: Buffer): void => {
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
  };
  return {
    push,
    room: () => frames.room(),
    filled: (bytes) => {
      frames.filled(bytes);
      if (!frames.isOpen()) current = null;
    },
    isWithin: () => current !== null,
    end: () => {
      current?.end();
      current = null;
    },
  };
}
