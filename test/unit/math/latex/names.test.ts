import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  ["e", "#e"],
  [String.raw`\mathrm{e}^{2}`, "(^ #e 2)"],
  ["i", "#i"],
  [String.raw`\mathrm i`, "#i"],
  [String.raw`\pi`, "#pi"],
  [String.raw`+\infty`, "#infinity"],
  [String.raw`-\infty`, "(- #infinity)"],
  [String.raw`\exponentialE`, "#e"],
  [String.raw`\imath`, "#i"],
  [String.raw`\hat{i}`, "hat(i)"],
  [String.raw`\mathbf{j}`, "vec(j)"],
  [String.raw`\vec{v}`, "vec(v)"],
  [String.raw`\mathbf{v}`, "v"],
  [String.raw`\mathbb{R}^+`, "R:positive"],
  [String.raw`\mathbb{Z}_{>0}`, "Z:positive"],
  [String.raw`\mathbb{R}^n`, "(^ R:all n)"],
  ["GMm", "(* G M m)"],
  ["AB", "(* A B)"],
  ["x^*", "x_*"],
  [String.raw`\theta_1`, "theta_1"],
  [String.raw`\overline{AB}`, "bar(AB)"],
];

it.each(CASES)("Constants and names: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
