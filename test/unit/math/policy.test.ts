import { describe, expect, it } from "vitest";
import { type Policy, PRESETS, type PresetName, verifyAnswer } from "../../../src/math/index.js";

type Row = readonly [options: Partial<Policy>, reference: string, answer: string, equal: boolean];

const ROWS: readonly Row[] = [
  [{ units: "optional" }, "10\\text{ cm}", "10", true],
  [{ units: "required" }, "10\\text{ cm}", "10", false],
  [{ units: "required" }, "10\\text{ cm}", "0.1\\text{ m}", true],
  [{ units: "ignored" }, "10\\text{ cm}", "10\\text{ m}", true],
  [{ percent: "either" }, "5\\%", "0.05", true],
  [{ percent: "either" }, "5\\%", "5", true],
  [{ percent: "fraction" }, "5\\%", "0.05", true],
  [{ percent: "fraction" }, "5\\%", "5", false],
  [{ degrees: "either" }, "90^\\circ", "90", true],
  [{ degrees: "either" }, "90^\\circ", "\\frac{\\pi}{2}", true],
  [{ degrees: "radians" }, "90^\\circ", "90", false],
  [{ degrees: "radians" }, "90^\\circ", "\\frac{\\pi}{2}", true],
  [{ bases: "optional" }, "664_7", "664", true],
  [{ bases: "optional" }, "664_7", "664_8", false],
  [{ bases: "required" }, "664_7", "664", false],
  [{ bases: "required" }, "664_7", "340", true],
  [{ log: "either" }, "2", "\\log 100", true],
  [{ log: "either" }, "\\ln x", "\\log x", true],
  [{ log: "e" }, "2", "\\log 100", false],
  [{ log: "10" }, "\\ln x", "\\log x", false],
  [{ variables: "complex" }, "\\ln x^2", "2\\ln x", false],
  [{ variables: "positive" }, "\\ln x^2", "2\\ln x", true],
  [{ variables: "positive" }, "\\sqrt{x^2}", "x", true],
  [{ listOrder: "free" }, "1, 2", "2, 1", true],
  [{ listOrder: "ordered" }, "1, 2", "2, 1", false],
  [{ listOrder: "ordered" }, "\\{1, 2\\}", "\\{2, 1\\}", true],
  [{ intervals: "both" }, "(1,2)", "1<x<2", true],
  [{ intervals: "reference_relation" }, "1<x<2", "(1,2)", true],
  [{ intervals: "reference_relation" }, "(1,2)", "1<x<2", false],
  [{ intervals: "never" }, "1<x<2", "(1,2)", false],
  [{ digits: 3 }, "\\frac13", "0.333", true],
  [{ digits: 4 }, "\\frac13", "0.333", false],
  [{ digits: 0 }, "\\frac13", "0.333333333", false],
  [{ form: "simplified" }, "\\frac12", "\\frac12", true],
  [{ form: "simplified" }, "\\frac12", "\\frac24", false],
  [{ form: "simplified" }, "2\\sqrt3", "\\sqrt{12}", false],
  [{ form: "simplified" }, "5", "2+3", false],
  [{ form: "any" }, "5", "2+3", true],
];

describe("with the policy", () => {
  it.each(ROWS)("%j, %s and %s: %s", (options, reference, answer, equal) => {
    expect(verifyAnswer({ reference, answer }, options).verdict.status).toBe(equal ? "correct" : "incorrect");
  });
});

it.each(Object.keys(PRESETS) as PresetName[])("the preset %s is a set of options", (preset) => {
  const [reference, answer] = ["\\frac12", "0.5"];
  expect(verifyAnswer({ reference, answer }, { preset }).verdict.status).toBe("correct");
});

it("lets single options change a preset", () => {
  const pair = { reference: "5\\%", answer: "5" };
  expect(verifyAnswer(pair, { preset: "math-verify" }).verdict.status).toBe("incorrect");
  expect(verifyAnswer(pair, { preset: "math-verify", percent: "either" }).verdict.status).toBe("correct");
});
