import { describe, expect, it } from "vitest";
import { hasWord, includesWord, isLower, isUpper, pythonWords } from "../../../src/text/index.js";

describe("pythonWords", () => {
  it.each([
    ["don't x_1", ["don", "t", "x_1"]],
    ["²½Ⅷ １", ["²½Ⅷ", "１"]],
    ["e\u0301a", ["e", "a"]],
    ["😀", []],
  ])("finds those of %j", (text, words) => {
    expect(pythonWords(text)).toEqual(words);
    expect(hasWord(text)).toBe(words.length > 0);
  });
});

describe("includesWord", () => {
  it.each([
    ["I say no.", "no", true],
    ["I know", "no", false],
    ["noon no", "no", true],
    ["c++!", "c++", true],
    ["𝒳no", "no", false],
    ["no", "no", true],
    ["", "no", false],
  ])("in %j finds %j: %s", (text, word, found) => {
    expect(includesWord(text, word)).toBe(found);
  });
});

describe("isUpper and isLower", () => {
  it.each([
    ["ABC 1", true, false],
    ["abc 1", false, true],
    ["aB", false, false],
    ["1", false, false],
    ["ǅ", false, false],
    ["ª", false, true],
    ["Ⓐ", true, false],
  ])("of %j are %s and %s", (text, upper, lower) => {
    expect([isUpper(text), isLower(text)]).toEqual([upper, lower]);
  });
});
