import { describe, expect, it } from "vitest";
import { evaluateArithmetic } from "../../../src/puzzles/arithmetic.js";

describe("evaluateArithmetic", () => {
  it.each([
    ["1+2*3", 7],
    ["(1+2)*3", 9],
    ["10-4-3", 3],
    ["8/4/2", 1],
    ["1/3*3", 1],
    ["-1+4", 3],
    ["2*(-3+5)", 4],
    ["3.+4", 7],
    ["0", 0],
    ["6 × 4 ÷ 2 − 1", 11],
  ])("%j is %j, exactly", (text, expected) => {
    const { num, den } = evaluateArithmetic(text)?.value ?? { num: 0n, den: 0n };
    expect(num).toBe(BigInt(expected) * den);
    expect(den).toBeGreaterThan(0n);
  });

  it.each([
    "",
    "()",
    "2**3",
    "7//2",
    "1--2",
    "--1",
    "+1",
    "1*-2",
    "01",
    "1.5",
    ".5",
    "1 2",
    "2(3)",
    "(1+2",
    "1)",
    "1/0",
    "1/(2-2)",
    "1=1",
    "1,000",
    "x",
    "1e3",
    "(".repeat(400),
    "1+".repeat(600) + "1",
  ])("refuses %j", (text) => {
    expect(evaluateArithmetic(text)).toBeNull();
  });

  it("lists the numerals in order", () => {
    expect(evaluateArithmetic("(12+3)*12")?.numerals).toEqual(["12", "3", "12"]);
  });
});
