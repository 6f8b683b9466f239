import { createReadStream, existsSync, truncateSync } from "node:fs";

const NEWLINE = 0x0a;

/**
 * Readies an output that was begun: what follows its last complete line is cut off.
 *
 * @returns how many complete lines it has
 */
export async function completeLines(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  let [lines, size, end] = [0, 0, 0];
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines++;
    const last = chunk.lastIndexOf(NEWLINE);
    if (last >= 0) end = size + last + 1;
    size += chunk.length;
  }
  if (end < size) truncateSync(path, end);
  return lines;
}
