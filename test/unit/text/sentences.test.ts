import { describe, expect, it } from "vitest";
import { sentenceEnd } from "../../../src/text/index.js";

describe("sentenceEnd", () => {
  it.each([
    ["It is 3.14. I am sure.", "It is 3.14"],
    ["Is it? Yes.", "Is it"],
    ["It is\nso", "It is"],
    ["是42。所以", "是42"],
    ["no end", "no end"],
    ["one, i.e. the first. Then", "one, i.e. the first"],
    ["at 5 p.m. today. Then", "at 5 p.m. today"],
    ["(as in $x.$) More. End", "(as in $x.$) More"],
    ["done<|im_end|>", "done"],
    ['say "it." Then', 'say "it'],
  ])("of %j", (text, sentence) => {
    expect(text.slice(0, sentenceEnd(text, 0))).toBe(sentence);
  });

  it("is the limit at the latest", () => {
    expect(sentenceEnd("abc. d", 0, 2)).toBe(2);
    expect(sentenceEnd("abc. d", 4)).toBe(6);
  });
});
