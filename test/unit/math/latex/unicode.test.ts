import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const SAME: readonly (readonly [typographic: string, latex: string])[] = [
  ["−5", "-5"],
  ["2×3÷4", String.raw`2\times 3\div 4`],
  ["√2", String.raw`\sqrt2`],
  ["√(x+1)/2", String.raw`\frac{\sqrt{x+1}}{2}`],
  ["x²+y³", "x^2+y^3"],
  ["10⁻³", "10^{-3}"],
  ["x₁₂", "x_{12}"],
  ["½", String.raw`\frac12`],
  ["3½", String.raw`3\frac12`],
  ["2π", String.raw`2\pi`],
  ["∞", String.raw`\infty`],
  ["x ≤ 3", String.raw`x \le 3`],
  ["x ≠ 3", "x != 3"],
  ["x ∈ ℝ", String.raw`x \in \mathbb{R}`],
  ["（−∞，2］", String.raw`(-\infty, 2]`],
  ["ℝ∖{2}", String.raw`\mathbb{R}\setminus\{2\}`],
  ["A∪B∩C", String.raw`A\cup B\cap C`],
  ["∅", String.raw`\emptyset`],
  ["3±2", String.raw`3\pm 2`],
  ["30°", String.raw`30^\circ`],
  ["１２", "12"],
  ["𝑥+𝟏", "x+1"],
  ["5％", String.raw`5\%`],
  ["1、2、3。", "1,2,3"],
  ["x\u200b=\u00a01", "x=1"],
];

it.each(SAME)("reads %s like %s", (typographic, latex) => {
  const expected = outlineOf(latex);
  expect(expected).not.toMatch(/^failure/);
  expect(outlineOf(typographic)).toBe(expected);
});

it("takes words of other scripts for units and texts", () => {
  expect(outlineOf("12元")).toBe("12 '元'");
  expect(outlineOf("无解")).toBe('"无解"');
});
