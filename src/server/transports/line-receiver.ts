import type { Arena } from "../frames/arenas.js";
import { decodeUtf8 } from "../utf8.js";
import { type MessageHandlers, type MessageReaderOptions, type Receiver, refusalOf } from "./receiver.js";

const NEWLINE = 0x0a;
const NO_BYTES = Buffer.alloc(0);

/** A line whose end has not come yet, in memory that is used again and again. */
interface UnfinishedLine {
  readonly size: () => number;
  /** Adds to it; of a line that is too long only the size. */
  readonly add: (part: Buffer) => void;
  /** Its text, or `null` if it was too long. The next line begins. */
  readonly takeText: () => string | null;
}

function createUnfinishedLine({ maxFrameBytes, arenas }: MessageReaderOptions): UnfinishedLine {
  let arena: Arena | null = null;
  let memory: Buffer = NO_BYTES;
  let size = 0;
  let isTooLong = false;

  const moveTo = (next: Arena | null): void => {
    const larger = next ? Buffer.from(next.bytes) : NO_BYTES;
    memory.copy(larger, 0);
    arena?.recycle();
    [arena, memory] = [next, larger];
  };
  const add = (part: Buffer): void => {
    const start = size;
    size += part.length;
    if (isTooLong) return;
    if (size > maxFrameBytes) moveTo(null);
    else if (size > memory.length) moveTo(arenas.take(size));
    isTooLong = size > memory.length;
    part.copy(memory, start);
  };
  const takeText = (): string | null => {
    const text = isTooLong ? null : decodeUtf8(memory.subarray(0, size));
    moveTo(null);
    [size, isTooLong] = [0, false];
    return text;
  };
  return { size: () => size, add, takeText };
}

/** Receives lines, the empty ones aside. */
export function createLineReceiver(
  options: MessageReaderOptions,
  { onMessage, onRefused }: MessageHandlers,
): Receiver {
  const { maxFrameBytes } = options;
  const unfinished = createUnfinishedLine(options);
  let isOpen = false;

  const finish = (last: Buffer): void => {
    isOpen = false;
    const size = unfinished.size() + last.length;
    let text: string | null;
    if (size === last.length && size <= maxFrameBytes) text = decodeUtf8(last);
    else {
      unfinished.add(last);
      text = unfinished.takeText();
    }
    if (text === null) onRefused(refusalOf(size, maxFrameBytes));
    else if (text !== "") onMessage(text);
  };

  return {
    take: (chunk, at) => {
      const end = chunk.indexOf(NEWLINE, at);
      isOpen = end < 0;
      if (isOpen) unfinished.add(chunk.subarray(at));
      else finish(chunk.subarray(at, end));
      return isOpen ? chunk.length : end + 1;
    },
    isOpen: () => isOpen,
    end: () => finish(NO_BYTES),
  };
}
