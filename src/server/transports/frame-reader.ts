const NEWLINE = 0x0a;

/** Where complete frames go. */
export interface FrameHandlers {
  readonly onFrame: (frame: string) => void;
  /** A frame is over the limit; its bytes were dropped as they came. */
  readonly onOversize: (bytes: number) => void;
}

/** Takes a stream's chunks, and its end: a last line without a newline is a frame too. */
export interface FrameReader {
  readonly push: (chunk: Buffer) => void;
  readonly end: () => void;
}

/**
 * Cuts a byte stream into lines. Each byte is looked at once and copied once, and a line over the limit is never
 * held in memory.
 *
 */
export function createFrameReader(
  maxFrameBytes: number,
  { onFrame, onOversize }: FrameHandlers,
): FrameReader {
  let parts: Buffer[] = [];
  let size = 0;

  const append = (part: Buffer): void => {
    size += part.length;
    if (size > maxFrameBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };

  const finish = (): void => {
    if (size > maxFrameBytes) onOversize(size);
    else if (size > 0) onFrame(Buffer.concat(parts, size).toString("utf8"));
    parts = [];
    size = 0;
  };

  const push = (chunk: Buffer): void => {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      append(chunk.subarray(start, end));
      finish();
      start = end + 1;
    }
    append(chunk.subarray(start));
  };

  return { push, end: finish };
}
