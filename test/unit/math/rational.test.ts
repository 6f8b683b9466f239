import { describe, expect, it } from "vitest";
import { equalRationals, parseRational } from "../../../src/math/rational.js";

const equal = (a: string, b: string): boolean => {
  const [x, y] = [parseRational(a), parseRational(b)];
  expect([a, b, x === null || y === null]).toEqual([a, b, false]);
  return x !== null && y !== null && equalRationals(x, y);
};

describe("parseRational", () => {
  it.each([
    ["42", "42.0"],
    ["42", "+42"],
    ["42", "042"],
    ["42", "42."],
    ["0.5", ".5"],
    ["0", "-0"],
    ["1000", "1,000"],
    ["1234567.5", "1,234,567.50"],
    ["4200", "4.2e3"],
    ["0.0042", "4.2e-3"],
    ["1500", "1.5\\times10^{3}"],
    ["1500", "1.5×10^3"],
    ["0.5", "50%"],
    ["0.125", "12.5%"],
    ["1/2", "\\frac{1}{2}"],
    ["1/2", "\\frac12"],
    ["-1/2", "-\\frac{1}{2}"],
    ["-1/2", "\\frac{1}{-2}"],
    ["1/2", "-\\frac{-1}{2}"],
    ["1/2", "-1/-2"],
    ["1/2", "(1)/(2)"],
    ["1/2", "2/4"],
    ["1/2", "0.5/1.0"],
    ["2500", "5,000/2"],
    ["1e400", "10e399"],
    ["9".repeat(400), `${"9".repeat(398)}99`],
  ])("reads %j and %j as the same number", (a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  it.each([
    ["1/3", "0.3333333333333333"],
    ["9007199254740992", "9007199254740993"],
    ["1e400", "1e399"],
    ["1/2", "-1/2"],
    ["5", "5%"],
    ["0.1", "0.10000000000000001"],
  ])("reads %j and %j as different numbers", (a, b) => {
    expect(equal(a, b)).toBe(false);
  });

  it.each([
    "",
    ".",
    "-",
    "%",
    "/",
    "x",
    "1x",
    "1 2",
    "1,00",
    "1,0000",
    "1000,000",
    ",100",
    "1.2.3",
    "--1",
    "1/0",
    "0/0",
    "\\frac{1}{0}",
    "\\frac{1}{0.0}",
    "\\frac{1}",
    "\\frac123",
    "1/2/3",
    "1e",
    "e5",
    "1e9999",
    "1e-9999",
    "1e99999",
    "1e999999999",
    "0x10",
    "nan",
    "infinity",
    "٤٢",
    "9".repeat(401),
  ])("reads no number in %j", (text) => {
    expect(parseRational(text)).toBeNull();
  });

  it("has a positive denominator", () => {
    expect(parseRational("1/-2")).toEqual({ numerator: -1n, denominator: 2n });
    expect(parseRational("-0.25")).toEqual({ numerator: -25n, denominator: 100n });
  });
});
