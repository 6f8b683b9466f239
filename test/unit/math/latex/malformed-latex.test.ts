import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`\frac12`, "(/ 1 2)"],
  [String.raw`\frac1{72}`, "(/ 1 72)"],
  [String.raw`\frac 3 4`, "(/ 3 4)"],
  [String.raw`\frac\pi2`, "(/ #pi 2)"],
  [String.raw`\frac123`, "(* (/ 1 2) 3)"],
  [String.raw`\dfrac{1}{2}`, "(/ 1 2)"],
  [String.raw`\sqrt3`, "root(3, 2)"],
  [String.raw`\sqrt12`, "root(12, 2)"],
  [String.raw`\sqrt 2`, "root(2, 2)"],
  [String.raw`\sqrt[3]{2}`, "root(2, 3)"],
  [String.raw`\frac{1}{2`, "(/ 1 2)"],
  [String.raw`\frac{1}{2}}`, "(/ 1 2)"],
  [String.raw`\\frac{1}{2}`, "(/ 1 2)"],
  [String.raw`\\left(1,2\\right)`, "(1, 2)"],
  ["$x^2$", "(^ x 2)"],
  [String.raw`\(5\)`, "5"],
  [String.raw`\[5\]`, "5"],
  ["$$x=5$$", "[x = 5]"],
  [String.raw`\boxed{1,2}`, "comma<1, 2>"],
  [String.raw`x=\boxed{5}`, "[x = 5]"],
  [String.raw`\fbox{5}`, "5"],
  [String.raw`\boxed{\boxed{7}}`, "7"],
  [String.raw`\displaystyle 5.`, "5"],
  ["**12**", "12"],
  [String.raw`\color{red}{5}`, "5"],
  [String.raw`\textcolor{red}{5}`, "5"],
  [String.raw`\mleft(1,2\mright]`, "(1, 2]"],
  [String.raw`\bigl(1,2\bigr)`, "(1, 2)"],
  [String.raw`1\hspace{2cm}x`, "(* 1 x)"],
  [String.raw`\cdotx`, "failure: unknown_command"],
  [String.raw`2\timesx`, "(* 2 x)"],
  [String.raw`\\begin{pmatrix} \\frac12 \\\\ 2 \\end{pmatrix}`, "matrix((/ 1 2); 2)"],
  ["= 5", "5"],
  [String.raw`\approx 5`, "5"],
  ["-1./3", "(- (/ 1 3))"],
];

it.each(CASES)("Malformed LaTeX: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
