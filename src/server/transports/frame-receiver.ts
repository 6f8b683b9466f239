import { RewardError } from "../../core/index.js";
import type { Arena } from "../frames/arenas.js";
import { beginsFrame, type FramePrefix, PREFIX_BYTES, readPrefix } from "../frames/frame.js";
import { type MessageHandlers, type MessageReaderOptions, type Receiver, refusalOf } from "./receiver.js";

/** Receives frames. Their bytes may also be written into `room` directly. */
export interface FrameReceiver extends Receiver {
  /** Bytes that looked like the beginning of a frame, and were none. */
  readonly takeStray: () => Buffer | null;
  readonly room: () => Buffer | null;
  readonly filled: (bytes: number) => void;
}

/** Where the bytes of a frame go; without an arena they are dropped. */
interface Body extends FramePrefix {
  readonly arena: Arena | null;
  readonly view: Buffer | null;
  readonly size: number;
  filled: number;
}

function bodyOf(sizes: FramePrefix, { maxFrameBytes, arenas }: MessageReaderOptions): Body {
  const size = sizes.headerBytes + sizes.textBytes;
  const arena = size > maxFrameBytes ? null : arenas.take(size);
  return { ...sizes, arena, view: arena && Buffer.from(arena.bytes, 0, size), size, filled: 0 };
}

/** Collects the first bytes of a frame. */
interface PrefixCollector {
  /** Takes bytes from `at` on, and says where it stopped. */
  readonly take: (chunk: Buffer, at: number) => number;
  /** Once it is complete: the sizes, or the bytes of something that is no frame. */
  readonly takeResult: () => FramePrefix | Buffer | null;
  readonly isOpen: () => boolean;
  readonly clear: () => void;
}

function createPrefixCollector(): PrefixCollector {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  let size = 0;
  return {
    take: (chunk, at) => {
      const copied = chunk.copy(prefix, size, at);
      size += copied;
      return at + copied;
    },
    takeResult: () => {
      const known = prefix.subarray(0, size);
      const isFrame = beginsFrame(known);
      if (isFrame && size < PREFIX_BYTES) return null;
      size = 0;
      return isFrame ? readPrefix(known) : Buffer.from(known);
    },
    isOpen: () => size > 0,
    clear: () => (size = 0),
  };
}

/** Receives what follows the prefix. */
interface BodyReceiver extends Pick<FrameReceiver, "take" | "room" | "filled" | "isOpen"> {
  readonly begin: (sizes: FramePrefix) => void;
  readonly clear: () => void;
}

function createBodyReceiver(
  options: MessageReaderOptions,
  { onMessage, onRefused }: MessageHandlers,
): BodyReceiver {
  let body: Body | null = null;

  const filled = (bytes: number): void => {
    if (body === null) return;
    body.filled += bytes;
    if (body.filled < body.size) return;
    const { arena, headerBytes, textBytes } = body;
    body = null;
    if (arena) onMessage({ arena, headerBytes, textBytes });
  };

  const begin = (sizes: FramePrefix): void => {
    body = bodyOf(sizes, options);
    const { arena, size } = body;
    if (arena === null) onRefused(refusalOf(size, options.maxFrameBytes));
    filled(0);
  };

  const take = (chunk: Buffer, at: number): number => {
    if (body === null) return at;
    const { view, size, filled: start } = body;
    const taken = Math.min(chunk.length - at, size - start);
    if (view) chunk.copy(view, start, at, at + taken);
    filled(taken);
    return at + taken;
  };

  const clear = (): void => {
    body?.arena?.recycle();
    body = null;
  };

  const room = (): Buffer | null => body?.view?.subarray(body.filled) ?? null;
  return { begin, take, room, filled, clear, isOpen: () => body !== null };
}

/** Receives frames into memory that threads share. */
export function createFrameReceiver(options: MessageReaderOptions, handlers: MessageHandlers): FrameReceiver {
  const prefix = createPrefixCollector();
  const body = createBodyReceiver(options, handlers);
  let stray: Buffer | null = null;

  const takePrefix = (chunk: Buffer, at: number): number => {
    const stop = prefix.take(chunk, at);
    const result = prefix.takeResult();
    if (Buffer.isBuffer(result)) stray = result;
    else if (result) body.begin(result);
    return stop;
  };

  return {
    take: (chunk, at) => (body.isOpen() ? body.take(chunk, at) : takePrefix(chunk, at)),
    takeStray: () => {
      const bytes = stray;
      stray = null;
      return bytes;
    },
    room: body.room,
    filled: body.filled,
    isOpen: () => body.isOpen() || prefix.isOpen(),
    end: () => {
      body.clear();
      prefix.clear();
      handlers.onRefused(new RewardError("bad_input", "The stream ended within a frame."));
    },
  };
}
