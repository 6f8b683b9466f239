import { describe, expect, it } from "vitest";
import { encodeFrame, type Frame, frameReader } from "../../../../src/sandbox/native/frames.js";

const MESSAGES: readonly (readonly [unknown, string])[] = [
  [{ a: "é" }, "body"],
  [[], ""],
  [{ load: true }, "\u0000".repeat(70_000)],
];

/** What is read of the messages when they arrive in chunks of that size. */
function readInChunks(size: number): [unknown, string][] {
  const all = Buffer.concat(MESSAGES.map(([header, body]) => encodeFrame(header, Buffer.from(body))));
  const found: Frame[] = [];
  const read = frameReader((frame) => found.push(frame));
  for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size));
  return found.map(({ header, body }) => [header, body.toString()]);
}

describe("frames", () => {
  it.each([1, 3, 7, 8, 9, 65_536, 1_000_000])("are put together from chunks of %i bytes", (size) => {
    expect(readInChunks(size)).toEqual(MESSAGES);
  });
});
