import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameReader } from "../../../../src/server/transports/frame-reader.js";

/** Reads the bytes in chunks of the given sizes; the last chunk takes what is left. */
function read(
  bytes: Buffer,
  cuts: readonly number[],
  maxFrameBytes = 1000,
): { frames: string[]; dropped: number[] } {
  const frames: string[] = [];
  const dropped: number[] = [];
  const reader = createFrameReader(maxFrameBytes, {
    onFrame: (frame) => frames.push(frame),
    onOversize: (size) => dropped.push(size),
  });
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    reader.push(bytes.subarray(start, start + cut));
    start += cut;
  }
  reader.end();
  return { frames, dropped };
}

describe("createFrameReader", () => {
  it("gives the same frames however the stream is cut, in the middle of a character too", () => {
    const line = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .filter((text) => !text.includes("\n"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(fc.nat(7), { maxLength: 40 }), (lines, cuts) => {
        const { frames, dropped } = read(Buffer.from(lines.map((each) => `${each}\n`).join("")), cuts);
        expect(frames).toEqual(lines);
        expect(dropped).toEqual([]);
      }),
    );
  });

  it("takes a last line without a newline, and skips empty lines", () => {
    expect(read(Buffer.from("\n\na\n\nb"), []).frames).toEqual(["a", "b"]);
  });

  it("drops a frame that is one byte over the limit, and reads on", () => {
    const { frames, dropped } = read(Buffer.from("12345\n123456\n1\n"), [3, 5], 5);
    expect(frames).toEqual(["12345", "1"]);
    expect(dropped).toEqual([6]);
  });
});
