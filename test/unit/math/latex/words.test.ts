import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`\text{Evelyn}`, '"Evelyn"'],
  [String.raw`\textbf{(B)}`, '"(B)"'],
  [String.raw`\text{(C)}`, '"(C)"'],
  [String.raw`\mathrm{(D)}`, '"(D)"'],
  [String.raw`\text{C}`, '"C"'],
  ["text{no solution}", '"no solution"'],
  [String.raw`$25 @ \$ 18$`, '"25 @ $ 18"'],
  ["yes", '"yes"'],
  ["approximately 12", "12"],
  [String.raw`\text{the point }(3, 4)`, "(3, 4)"],
  ["There are 12", "12"],
  [String.raw`\text{\frac{1}{2}}`, "(/ 1 2)"],
  [String.raw`\tiny 12`, "12"],
  [String.raw`\binom83`, "binomial(8, 3)"],
  ["x=no", '[x = "no"]'],
  ["is", '"is"'],
  ["an+b", "(+ (* a n) b)"],
  ["ax+by", "(+ (* a x) (* b y))"],
  [String.raw`\frac12at^2`, "(* (/ 1 2) a (^ t 2))"],
  ["Be^{-x}", "(* B (^ #e (- x)))"],
  ["(an, bn)", "((* a n), (* b n))"],
  ["no solution", '"no solution"'],
  ["Tuesday", '"Tuesday"'],
  ["March 5, 2024", '"March 5, 2024"'],
  [String.raw`\text{5 March}`, '"5 March"'],
  ["an ellipse", '"an ellipse"'],
  [String.raw`x = \text{no solution}`, '[x = "no solution"]'],
  [String.raw`(\text{Alice}, \text{Bob})`, '("Alice", "Bob")'],
  [String.raw`\text{13}`, "13"],
  [String.raw`\text{-99}`, "(- 99)"],
  [String.raw`\mathrm{7}`, "7"],
  [String.raw`\textbf{-3}`, "(- 3)"],
  [String.raw`\text{5 or 6}`, "or<5, 6>"],
  [String.raw`\text{The answer is } 5`, "5"],
  [String.raw`5 \text{ is wrong}`, '"5 is wrong"'],
  [String.raw`x = 5 \text{ (correct)}`, "[x = 5]"],
  [String.raw`\boxed{\textbf{(B)}\ 42}`, '"(B) 42"'],
];

it.each(CASES)("Words: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
