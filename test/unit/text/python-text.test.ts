import { describe, expect, it } from "vitest";
import {
  asciiDigits,
  isBlank,
  isSpace,
  pythonFloat,
  pythonInt,
  pythonSplit,
  pythonStrip,
  skipSpace,
} from "../../../src/text/index.js";

it.each([
  ["\u001c\u0085 a \u3000", "a"],
  ["\ufeffa", "\ufeffa"],
  [" ", ""],
])("strips %j to %j, as Python does", (text, expected) => {
  expect(pythonStrip(text)).toBe(expected);
});

it.each([
  [" a\u001fb\u2003c ", ["a", "b", "c"]],
  ["", []],
])("splits %j into %j, as Python does", (text, expected) => {
  expect(pythonSplit(text)).toEqual(expected);
});

it.each([
  ["٤٢", "42"],
  ["４２", "42"],
  ["𝟒𝟐𝟬", "420"],
  ["४२", "42"],
  ["²", "²"],
])("writes %j in ASCII digits as %j", (text, expected) => {
  expect(asciiDigits(text)).toBe(expected);
});

describe("pythonInt", () => {
  it.each([
    [" +042 ", "42"],
    ["4_2", "42"],
    ["-0", "0"],
    ["-7", "-7"],
    ["٤٢", "42"],
    ["9".repeat(400), "9".repeat(400)],
    ["4__2", null],
    ["_42", null],
    ["42.0", null],
    ["0x2a", null],
    ["4 2", null],
    ["²", null],
    ["", null],
  ])("reads %j as %j", (text, expected) => {
    expect(pythonInt(text)).toBe(expected);
  });
});

describe("pythonFloat", () => {
  it.each([
    [" 1.5 ", 1.5],
    ["1_0.5e1", 105],
    [".5", 0.5],
    ["5.", 5],
    ["nan", null],
    ["inf", null],
    ["1e999", null],
    [".", null],
    ["", null],
  ])("reads %j as %j", (text, expected) => {
    expect(pythonFloat(text)).toBe(expected);
  });
});

const PYTHON_SPACES =
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a" +
  "\u2028\u2029\u202f\u205f\u3000";

it("isSpace is Python's str.isspace", () => {
  const found = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(isSpace);
  expect(String.fromCharCode(...found)).toBe(PYTHON_SPACES);
});

it("skipSpace stops at the first character, or at the end", () => {
  expect(skipSpace("a \x1c b", 1)).toBe(4);
  expect(skipSpace("a   b", 1, 3)).toBe(3);
  expect(skipSpace("  ", 0)).toBe(2);
});

it.each([
  ["a b", 1, 2, true],
  ["a b", 1, 3, false],
  ["a", 1, 1, true],
])("isBlank(%j, %i, %i)", (text, start, end, expected) => {
  expect(isBlank(text, start, end)).toBe(expected);
});
