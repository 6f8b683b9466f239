import { Writable } from "node:stream";

/**
 * Takes standard output for the protocol alone: from here on whatever a reward prints goes to standard error, so
 * that a stray `console.log` cannot corrupt the stream.
 */
export function claimStdout(): Writable {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, callback) => void write(chunk, callback),
  });
  process.stdout.on("error", (error: Error) => output.destroy(error));
  return output;
}
