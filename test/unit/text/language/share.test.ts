import { describe, expect, it } from "vitest";
import { LANGUAGE_CODES, languageShare } from "../../../../src/text/index.js";

describe("languageShare", () => {
  it.each(LANGUAGE_CODES)("finds no words of %s in numbers, signs and variables", (code) => {
    expect(languageShare("1 + 2 = x, y!\n??? 😀", code)).toEqual({ words: 0, inLanguage: 0 });
  });

  it("counts characters of scripts without spaces as words", () => {
    expect(languageShare("数学 is 好", "zh")).toEqual({ words: 4, inLanguage: 3 });
  });

  it("lets a short last sentence share the evidence of what stands before it", () => {
    const text = "we take the sum of all the numbers that are in the list. Voilà.";
    expect(languageShare(text, "en")).toEqual({ words: 14, inLanguage: 14 });
  });
});
