import { isClosedPipe, reportFailure } from "./file-arguments.js";

function onOutputError(error: Error): void {
  // Whoever else listens tells of it, and ends what it writes.
  if (isClosedPipe(error) || process.stdout.listenerCount("error") > 1) return;
  reportFailure(error);
}

/** Lets a command go on to its own end whose output nobody reads any more, as behind `head`. */
export function outliveReaders(): void {
  process.stdout.on("error", onOutputError);
  // Nowhere is left to tell of it.
  process.stderr.on("error", () => undefined);
}
