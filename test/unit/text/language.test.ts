import { describe, expect, it } from "vitest";
import { findLanguage, LANGUAGE_CODES, languageShare, prose } from "../../../src/text/index.js";

describe("findLanguage", () => {
  it.each([
    ["en", "en"],
    [" EN ", "en"],
    ["zh-Hans-CN", "zh"],
    ["pt_BR", "pt"],
    ["Japanese", "ja"],
  ])("knows %j", (text, code) => {
    expect(findLanguage(text)).toBe(code);
  });

  it.each(["", "e", "englisch", "xx", "__proto__", "constructor"])("does not know %j", (text) => {
    expect(findLanguage(text)).toBeNull();
  });
});

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
