import { describe, expect, it } from "vitest";
import { parseNumberWord } from "../../../../src/math/words/index.js";

describe("parseNumberWord", () => {
  it.each([
    ["zero", 0n],
    ["Seven", 7n],
    ["twenty-one", 21n],
    ["one hundred", 100n],
    ["a hundred", 100n],
    ["one hundred and five", 105n],
    ["twelve hundred", 1200n],
    ["one thousand two hundred and thirty-four", 1234n],
    ["two million, three hundred thousand", 2_300_000n],
    ["nine hundred ninety-nine trillion, one", 999_000_000_000_001n],
  ])("reads %s", (text, value) => {
    expect(parseNumberWord(text)).toBe(value);
  });

  it.each([
    ...["", "21", "third", "two three", "twenty twelve", "twenty ten", "one and two", "one hundred zero"],
    ...[
      "three apples",
      "million million",
      "zero zero",
      "one hundred and",
      "hundred hundred",
      "twenty-zero",
      "none",
    ],
  ])("takes %j for no number", (text) => {
    expect(parseNumberWord(text)).toBeNull();
  });
});
