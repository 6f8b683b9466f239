import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeUtf8 } from "../../../src/server/utf8.js";

describe("decodeUtf8", () => {
  it("reads any bytes as toString does, in memory that threads share too", () => {
    const texts = fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text));
    const anyBytes = fc.oneof(
      texts,
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.constant(Buffer.from("\ufeffa")),
    );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const shared = Buffer.from(new SharedArrayBuffer(bytes.length));
        bytes.copy(shared);
        expect([bytes, shared].map(decodeUtf8)).toEqual([bytes.toString("utf8"), bytes.toString("utf8")]);
      }),
    );
  });
});
