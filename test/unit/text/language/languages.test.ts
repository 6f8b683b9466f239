import { describe, expect, it } from "vitest";
import { LANGUAGE_CODES, LANGUAGES } from "../../../../src/text/language/languages.js";
import { findLanguage } from "../../../../src/text/index.js";

describe("findLanguage", () => {
  it.each([
    ["en", "en"],
    [" EN ", "en"],
    ["zh-Hans-CN", "zh"],
    ["pt_BR", "pt"],
    ["Japanese", "ja"],
    ["zh-cn", "zh"],
    ["zh-tw", "zh"],
  ])("knows %j", (text, code) => {
    expect(findLanguage(text)).toBe(code);
  });

  it.each(["", "e", "englisch", "xx", "__proto__", "constructor"])("does not know %j", (text) => {
    expect(findLanguage(text)).toBeNull();
  });

  it("knows the languages of IFEval", () => {
    const asked =
      "en es pt ar hi fr ru de ja it bn uk th ur ta te bg ko pl he fa vi ne sw kn mr gu pa ml fi".split(" ");
    expect(asked.map(findLanguage)).toEqual(asked);
  });
});

it("has a bit of a 32-bit number for each language with frequent words", () => {
  const worded = LANGUAGE_CODES.map((code) => LANGUAGES[code].words !== undefined);
  expect(worded.lastIndexOf(true)).toBeLessThan(32);
});
