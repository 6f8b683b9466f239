import { type MessageHandlers, type Receiver, tooLarge } from "./receiver.js";

const NEWLINE = 0x0a;

/** Receives lines, the empty ones aside. It holds on to chunks until their line ends. */
export function createLineReceiver(
  maxFrameBytes: number,
  { onMessage, onRefused }: MessageHandlers,
): Receiver {
  let parts: Buffer[] = [];
  let size = 0;
  let isOpen = false;

  const add = (part: Buffer): void => {
    size += part.length;
    if (size > maxFrameBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };

  const finish = (): void => {
    const [line, length] = [parts, size];
    [parts, size, isOpen] = [[], 0, false];
    if (length > maxFrameBytes) onRefused(tooLarge(length, maxFrameBytes));
    else if (length > 0) onMessage(Buffer.concat(line, length).toString("utf8"));
  };

  return {
    take: (chunk, at) => {
      isOpen = true;
      const end = chunk.indexOf(NEWLINE, at);
      add(chunk.subarray(at, end < 0 ? chunk.length : end));
      if (end < 0) return chunk.length;
      finish();
      return end + 1;
    },
    isOpen: () => isOpen,
    end: finish,
  };
}
