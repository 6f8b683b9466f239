import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArenas } from "../../../../src/server/frames/arenas.js";
import { headerText } from "../../../../src/server/frames/frame.js";
import { createMessageReader } from "../../../../src/server/transports/message-reader.js";

interface Received {
  readonly messages: string[];
  readonly refused: string[];
}

/** Reads the bytes in chunks of the given sizes; the last chunk takes what is left. `isDirect` writes into frames. */
function read(bytes: Buffer, cuts: readonly number[], maxFrameBytes = 1000, isDirect = false): Received {
  const messages: string[] = [];
  const refused: string[] = [];
  const reader = createMessageReader(
    { maxFrameBytes, arenas: createArenas() },
    {
      onMessage: (message) => {
        if (typeof message === "string") return messages.push(message);
        const { arena, headerBytes, textBytes } = message;
        const texts = Buffer.from(arena.bytes, headerBytes, textBytes).toString("latin1");
        return messages.push(`${headerText(message)}|${texts}`);
      },
      onRefused: (error) => refused.push(error.message),
    },
  );
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    const chunk = bytes.subarray(start, start + cut);
    const room = isDirect ? reader.room() : null;
    const direct = room ? chunk.copy(room) : 0;
    reader.filled(direct);
    reader.push(Buffer.from(chunk.subarray(direct)));
    start += cut;
  }
  reader.end();
  return { messages, refused };
}

function frame(header: string, texts: string, sizes = [header.length, texts.length]): Buffer {
  const prefix = Buffer.from("\xfeGR1\0\0\0\0\0\0\0\0", "latin1");
  prefix.writeUInt32LE(sizes[0] ?? 0, 4);
  prefix.writeUInt32LE(sizes[1] ?? 0, 8);
  return Buffer.concat([prefix, Buffer.from(header), Buffer.from(texts, "latin1")]);
}

const lineOf = (text: string): Buffer => Buffer.from(`${text}\n`);

describe("createMessageReader", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((text) => !text.includes("\n"));
  const cuts = fc.array(fc.nat(7), { maxLength: 40 });

  it("gives the same lines however the stream is cut, in the middle of a character too", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), cuts, (lines, sizes) => {
        const { messages, refused } = read(Buffer.concat(lines.map(lineOf)), sizes);
        expect(messages).toEqual(lines);
        expect(refused).toEqual([]);
      }),
    );
  });

  it("knows whether it is within a message", () => {
    const reader = createMessageReader(
      { maxFrameBytes: 1000, arenas: createArenas() },
      { onMessage: () => undefined, onRefused: () => undefined },
    );
    const within = ["{", "}\n", frame("{}", "text").subarray(0, 13), "}tex", "t"].map((part) => {
      reader.push(Buffer.from(part as string));
      return reader.isWithin();
    });
    expect(within).toEqual([true, false, true, true, false]);
  });

  it("tells frames from lines on one stream, whatever bytes are in them", () => {
    const anyFrame = fc.tuple(fc.constantFrom("{}", '{"id":1}', "\n"), fc.string({ unit: "binary-ascii" }));
    const messages = fc.array(fc.oneof(line, anyFrame), { maxLength: 8 });
    fc.assert(
      fc.property(messages, cuts, fc.boolean(), (sent, sizes, isDirect) => {
        const bytes = sent.map((each) => (typeof each === "string" ? lineOf(each) : frame(...each)));
        const expected = sent.map((each) => (typeof each === "string" ? each : each.join("|")));
        expect(read(Buffer.concat(bytes), sizes, 1000, isDirect).messages).toEqual(expected);
      }),
    );
  });

  it("never throws, whatever comes", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc.constant(Buffer.from([0xfe])),
      fc.constant(Buffer.from("\xfeGR1\x03\0\0\0\x02\0\0\0", "latin1")),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), cuts, (pieces, sizes) => {
        expect(() => read(Buffer.concat(pieces), sizes)).not.toThrow();
      }),
    );
  });

  it("takes a last line without a newline, and skips empty lines", () => {
    expect(read(Buffer.from("\n\na\n\nb"), []).messages).toEqual(["a", "b"]);
  });

  it("reads a line that outgrows its memory again and again", () => {
    const texts = [3_000_001, 5, 5_000_000].map((length) => "€".repeat(length / 3));
    const bytes = Buffer.concat(texts.map(lineOf));
    const cuts = Array.from({ length: bytes.length / 65_537 }, () => 65_537);
    expect(read(bytes, cuts, bytes.length).messages).toEqual(texts.filter((text) => text !== ""));
  });

  it("drops a line that is one byte over the limit, and reads on", () => {
    const { messages, refused } = read(Buffer.from("12345\n123456\n1\n"), [3, 5], 5);
    expect(messages).toEqual(["12345", "1"]);
    expect(refused).toEqual([expect.stringContaining("6 bytes is over the limit of 5")]);
  });

  it("drops a frame that is one byte over the limit as it comes, and reads on", () => {
    const bytes = Buffer.concat([frame("{}", "abc"), frame("{}", "abcd"), Buffer.from("1\n")]);
    const { messages, refused } = read(bytes, [3, 20, 5], 5);
    expect(messages).toEqual(["{}|abc", "1"]);
    expect(refused).toEqual([expect.stringContaining("6 bytes is over the limit of 5")]);
  });

  it("takes what only begins like a frame for a line", () => {
    const bytes = Buffer.from('\xfeGR2 nothing\n\xfe\n{"id":1}\n', "latin1");
    expect(read(bytes, []).messages).toEqual(["\ufffdGR2 nothing", "\ufffd", '{"id":1}']);
  });

  it.each([
    ["the prefix", 5],
    ["the header", 13],
    ["the texts", 16],
  ])("says that a stream ended within %s of a frame", (_, length) => {
    const { messages, refused } = read(frame("{}", "abc").subarray(0, length), []);
    expect(messages).toEqual([]);
    expect(refused).toEqual(["The stream ended within a frame."]);
  });

  it("refuses the largest sizes that a frame can name without asking for memory", () => {
    const { refused } = read(frame("{}", "", [0xffffffff, 0xffffffff]), []);
    expect(refused[0]).toContain("8589934590 bytes is over the limit");
  });
});
