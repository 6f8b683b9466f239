import { expect, it } from "vitest";
import { parseDecimalComma, parseNumeral } from "../../../src/math/numeral.js";
import { rational } from "../../../src/math/rational.js";

it.each([
  ["42", rational(42n), null],
  ["+42", rational(42n), null],
  ["-042", rational(-42n), null],
  ["1,000", rational(1000n), null],
  ["42.", rational(42n), 0],
  [".5", rational(1n, 2n), 1],
  ["-1,234.50", rational(-12345n, 10n), 2],
  ["2/4", rational(1n, 2n), null],
  ["-\\frac{1}{2}", rational(-1n, 2n), null],
  ["\\frac12", rational(1n, 2n), null],
])("reads %s", (text, value, decimals) => {
  expect(parseNumeral(text)).toEqual({ value, decimals });
});

it.each([
  "",
  ".",
  "-",
  "x",
  "1 2",
  "1,00",
  "1000,000",
  "0,100",
  "1.2.3",
  "1/0",
  "\\frac{1}{0}",
  "\\frac123",
  "1e5",
  "5%",
  "٤٢",
])("leaves %j to the parser", (text) => {
  expect(parseNumeral(text)).toBeNull();
});

it("leaves long numerals to the parser, which bounds them", () => {
  expect(parseNumeral("7".repeat(61))).toBeNull();
});

it("reads a decimal comma only on request", () => {
  expect(parseDecimalComma("3,14")).toEqual({ value: rational(157n, 50n), decimals: 2 });
  expect(parseDecimalComma("3.14")).toBeNull();
  expect(parseDecimalComma("1,2")).toBeNull();
  expect(parseDecimalComma("1,2,3")).toBeNull();
});
