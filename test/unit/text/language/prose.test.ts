import { describe, expect, it } from "vitest";
import { prose } from "../../../../src/text/index.js";

describe("prose", () => {
  it.each([
    ["fences", "a ```b``` c", "a \n c"],
    ["a fence that is never closed", "a\n```b\nc", "a\n"],
    ["math", "a $x+y$ b \\[z\\] c", "a   b   c"],
    ["inline code, commands, tags and addresses", "a `b` \\frac <c> https://d.e/f g", "a         g"],
  ])("has no %s", (_case, text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});
