import { createWriteStream, openSync } from "node:fs";
import type { Writable } from "node:stream";

/**
 * Where the lines of a command go. A file is there when this returns: one that opens later may come to be after the run
 * has failed and cleared up behind itself.
 *
 * @param path `null` is standard output
 * @param flags as `fs.open` takes them
 * @throws what the file system says if the file cannot be written
 */
export const openOutput = (path: string | null, flags: "a" | "w" = "w"): Writable =>
  path === null ? process.stdout : createWriteStream(path, { fd: openSync(path, flags) });
