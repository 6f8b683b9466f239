import type { Readable } from "node:stream";

/** Hears of each line of a stream. Only newlines end one: JSON may hold other line separators. */
export function onLines(stream: Readable, hear: (line: string) => void): void {
  let pieces: string[] = [];
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      pieces.push(chunk.slice(start, end));
      hear(pieces.join(""));
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.slice(start));
  });
}
