import { FRAME_MARK } from "../frames/frame.js";
import { createFrameReceiver } from "./frame-receiver.js";
import { createLineReceiver } from "./line-receiver.js";
import type { MessageHandlers, MessageReaderOptions, Receiver } from "./receiver.js";

/** Takes a stream's bytes, and its end: a last line without a newline is a message too. */
export interface MessageReader {
  /** @returns whether it holds on to the chunk, whose memory then is its own */
  readonly push: (chunk: Buffer) => boolean;
  /** Where the next bytes of the stream may be written directly, within a frame; `filled` then takes their number. */
  readonly room: () => Buffer | null;
  readonly filled: (bytes: number) => void;
  readonly end: () => void;
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
