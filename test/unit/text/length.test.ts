import { describe, expect, it } from "vitest";
import { codePointLength, completionLength } from "../../../src/text/index.js";

describe("codePointLength", () => {
  it.each([
    ["nothing", "", 0],
    ["ASCII", "answer", 6],
    ["accents", "é\u0301", 2],
    ["Chinese", "答案", 2],
    ["an emoji", "😀", 1],
    ["a family of three emoji and two joiners", "👨‍👩‍👧", 5],
    ["a pair at the start and at the end", "😀x😀", 3],
    ["a lone high surrogate", "\ud83d", 1],
    ["a lone low surrogate", "\ude00", 1],
    ["surrogates in the wrong order", "\ude00\ud83d", 2],
    ["a high surrogate before a pair", "\ud83d😀", 2],
    ["a low surrogate after a pair", "😀\ude00", 2],
    ["NUL", "\u0000\u0000", 2],
  ])("counts %s", (_case, text, expected) => {
    expect(codePointLength(text)).toBe(expected);
    expect(codePointLength(text)).toBe(Array.from(text).length);
  });
});

describe("completionLength", () => {
  it("counts characters of the text or tokens, as asked", () => {
    const completion = { text: "😀😀", tokenCount: 7 };
    expect(completionLength(completion, "characters")).toBe(2);
    expect(completionLength(completion, "tokens")).toBe(7);
    expect(completionLength({ text: "x", tokenCount: 0 }, "tokens")).toBe(0);
  });

  it("throws if tokens are asked for and unknown", () => {
    expect(() => completionLength({ text: "x" }, "tokens")).toThrow(
      expect.objectContaining({
        code: "missing_column",
        message: expect.stringContaining("n_tokens") as string,
      }),
    );
  });
});
