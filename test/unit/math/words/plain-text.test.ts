import { describe, expect, it } from "vitest";
import { monthNumber, plainText, singular, weekdayName } from "../../../../src/math/words/index.js";

describe("plainText", () => {
  it.each([
    ["Alice", "Alice"],
    ["\\text{Alice}", " Alice "],
    ["\\textbf{(B)}\\ 42", " (B)  42"],
    ["5~\\mathrm{m}", "5  m "],
    ["5\\%", "5%"],
    ["\\emptyset", "∅"],
    ["{\\rm cm}^{2}", "{  cm}^{2}"],
    ["ＡＢ（１）", "AB(1)"],
    ["\\text{a", " a"],
    ["a}", "a}"],
    ["\\", null],
    ["\\frac12", null],
    ["\\alpha", null],
  ])("reads %j", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it("takes further commands for what it is told", () => {
    expect(plainText("N\\cdot m", new Map([["cdot", "*"]]))).toBe("N* m");
  });
});

describe("singular", () => {
  it.each([
    ["apples", "apple"],
    ["boxes", "box"],
    ["inches", "inch"],
    ["cities", "city"],
    ["people", "person"],
    ["class", "class"],
    ["axis", "axis"],
    ["gas", "gas"],
    ["apple", "apple"],
  ])("gives that of %s", (plural, noun) => {
    expect(singular(plural)).toBe(noun);
  });
});

describe("calendar names", () => {
  it("knows them in full and abbreviated", () => {
    expect(["january", "jan", "sept", "dec", "ja", "janu"].map(monthNumber)).toEqual([
      1,
      1,
      9,
      12,
      null,
      null,
    ]);
    expect(["tue", "tues", "tuesday", "周日", "礼拜天", "t"].map(weekdayName)).toEqual([
      "tuesday",
      "tuesday",
      "tuesday",
      "sunday",
      "sunday",
      null,
    ]);
  });
});
