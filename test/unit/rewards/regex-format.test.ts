import { describe, expect, it } from "vitest";
import { regexFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("regex_format", () => {
  it.each([
    [{ pattern: "a.*b" }, "a\nb", 1],
    [{ pattern: "a.*b", dotAll: false }, "a\nb", 0],
    [{ pattern: "a.*b" }, "a b\n", 0],
    [{ pattern: "a.*b", match: "start" }, "a b\n", 1],
    [{ pattern: "a.*b", match: "start" }, "\na b", 0],
    [{ pattern: "a.*b", match: "search" }, "\na b\n", 1],
    [{ pattern: "b|a", match: "start" }, "xa", 0],
    [{ pattern: "^b$", match: "search" }, "a\nb", 0],
    [{ pattern: "^b$", match: "search", multiline: true }, "a\nb", 1],
    [{ pattern: "^b$", match: "start", multiline: true }, "a\nb", 0],
    [{ pattern: "ab" }, "AB", 0],
    [{ pattern: "ab", ignoreCase: true }, "AB", 1],
    [{ pattern: "(?P<name>a|ab)" }, "ab", 1],
    [{ pattern: "<think>.+?</think>\\s*<answer>.+?</answer>" }, "<think>r</think>\n<answer>42</answer>", 1],
    [{ pattern: "." }, "😀", 1],
    [{ pattern: ".*" }, " \u200b\n", 0],
  ] as const)("with %j, of %j: %i", async (options, completion, score) => {
    expect(await scoreOf(regexFormat(options), completion)).toBe(score);
  });

  it.each([
    "(",
    "[",
    "*",
    "a)|(b",
    "(?=a)",
    "(?<!a)b",
    "(a)\\1",
    "a{1001}",
    "(a{100}){100}",
    "[ab]*a[ab]{900}",
    "",
  ])("refuses the pattern %j", (pattern) => {
    expect(() => regexFormat({ pattern })).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: expect.stringContaining("Options of regex_format: pattern") as string,
      }),
    );
  });

  it.each([
    ["(?=a)b", "it has lookahead"],
    ["(?<!a)b", "it has lookbehind"],
    ["(a)\\1", "it has a backreference"],
    ["(?P<x>a)(?P=x)", "it has a backreference"],
    ["\\\\(?<=a)", "it has lookbehind"],
    ["(", "missing closing )"],
  ])("says what is wrong with the pattern %s", (pattern, problem) => {
    expect(() => regexFormat({ pattern })).toThrow(problem);
  });

  it("takes for lookaround only what is", () => {
    expect(() => regexFormat({ pattern: "[(?=]a\\(?" })).not.toThrow();
  });

  it("needs a pattern", () => {
    expect(() => regexFormat()).toThrow(expect.objectContaining({ code: "bad_options" }));
  });

  it.each(["(a+)+", "(a|a)*", "(a*)*b", "(.*a){20}", "(a?){50}a{50}"])(
    "matches %j, which other engines never finish, against a long text",
    async (pattern) => {
      expect(await scoreOf(regexFormat({ pattern }), `${"a".repeat(100_000)}!`)).toBe(0);
    },
  );
});
