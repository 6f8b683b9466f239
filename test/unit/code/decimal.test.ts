import { describe, expect, it } from "vitest";
import { decimalText } from "../../../src/code/decimal.js";

describe("decimalText", () => {
  it.each([
    ["1", "1.0", "01", "+1", "1e0", "0.1e1", "10e-1", "1."],
    ["-2.5", "-02.50", "-25e-1", "-.25E1"],
    ["0", "-0", "+0.00", "0e9", ".0"],
    ["123456789012345678901234567890", "123456789012345678901234567890.000"],
  ])("has one spelling for %s", (...tokens: string[]) => {
    expect(new Set(tokens.map(decimalText)).size).toBe(1);
    expect(decimalText(tokens[0] ?? "")).not.toBeNull();
  });

  it.each([
    ["1", "-1"],
    ["1", "10"],
    ["0.1", "0.01"],
    ["123456789012345678901", "123456789012345678902"],
    ["1e400", "1e401"],
  ])("tells %s from %s", (one, other) => {
    expect(decimalText(one)).not.toBe(decimalText(other));
  });

  it.each([
    "",
    "x",
    ".",
    "+",
    "nan",
    "Infinity",
    "1e",
    "0x10",
    "1_0",
    "１",
    "1,5",
    "1 2",
    `1e${"9".repeat(20)}`,
  ])("knows that %j is none", (token) => {
    expect(decimalText(token)).toBeNull();
  });
});
