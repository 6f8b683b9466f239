import { describe, expect, it } from "vitest";
import { wireJson } from "../../../src/server/wire-json.js";

describe("wireJson", () => {
  it.each(["plain", "a\u2028b\u2029c", "日本語\u2028", "a\nb\rc\u0085"])(
    "%j is one line, and itself again",
    (text) => {
      const line = wireJson({ text });
      expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(JSON.parse(line)).toEqual({ text });
    },
  );
});
