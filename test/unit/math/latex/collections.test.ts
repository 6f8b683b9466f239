import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`\{1,2\}`, "{1, 2}"],
  ["{1,2}", "comma<1, 2>"],
  ["{1}", "1"],
  [String.raw`{x \pm y}`, "(+ x (± y))"],
  ["{{1,2},{3,4}}", "{{1, 2}, {3, 4}}"],
  [String.raw`x \in {1,2}`, "[x in {1, 2}]"],
  [String.raw`{1,2}\cup{3}`, "(union {1, 2} {3})"],
  [String.raw`\{5\}`, "{5}"],
  [String.raw`\left\{x, y\right.$, $\left.z\right\}`, "{x, y, z}"],
  [String.raw`\lbrace 1,2 \rbrace`, "{1, 2}"],
  [String.raw`\left\{1,2\right\}`, "{1, 2}"],
  [String.raw`\emptyset`, "{}"],
  [String.raw`\{\}`, "{}"],
  [String.raw`\{x \mid x>0\}`, "{x | [x > 0]}"],
  [String.raw`\{x : x>0\}`, "{x | [x > 0]}"],
  [String.raw`\{x | |x|<2\}`, "{x | [abs(x) < 2]}"],
  [String.raw`\{(x,y) \mid x=y\}`, "{(x, y) | [x = y]}"],
  [String.raw`\mathbb{R}\setminus\{2\}`, "(difference R:all {2})"],
  [String.raw`\mathbb{R} \setminus {2}`, "(difference R:all {2})"],
  [String.raw`\mathbb{R} \times \mathbb{R}`, "(cartesian R:all R:all)"],
  [String.raw`(-\infty,2)\cup[3,\infty)`, "(union ((- #infinity), 2) [3, #infinity))"],
  [String.raw`A \cup B \cap C`, "(union A (intersection B C))"],
  [String.raw`A \cup B \cup C`, "(union (union A B) C)"],
  ["[0,1)", "[0, 1)"],
  ["]a,b[", "(a, b)"],
  ["[0,1[", "[0, 1)"],
  ["(1,2)", "(1, 2)"],
  ["(1)", "1"],
  ["[x]", "x"],
  [String.raw`\langle 1,2,3\rangle`, "<1, 2, 3>"],
  ["<1,2,3>", "<1, 2, 3>"],
  ["[1,2,3]", "[1, 2, 3]"],
  ["[[1,2],[3,4]]", "[[1, 2], [3, 4]]"],
  [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, "matrix(1 2; 3 4)"],
  [String.raw`\left[\begin{array}{cc}1&2\\3&4\end{array}\right]`, "matrix(1 2; 3 4)"],
  [String.raw`\begin{vmatrix}1&2\\3&4\end{vmatrix}`, "determinant(matrix(1 2; 3 4))"],
  [String.raw`\left|\begin{array}{cc}1&2\\3&4\end{array}\right|`, "determinant(matrix(1 2; 3 4))"],
  [String.raw`\begin{bmatrix}1&2\\3&4\end{bmatrix}^T`, "transpose(matrix(1 2; 3 4))"],
  [String.raw`\begin{pmatrix}1&2\\3\end{pmatrix}`, "failure: ragged_matrix"],
  [
    String.raw`\begin{cases}1 & \text{if } x>0\\ 0 & \text{otherwise}\end{cases}`,
    "cases(1 if [x > 0]; 0 if else)",
  ],
  [String.raw`\left\{\begin{array}{l}x=1\\y=2\end{array}\right.`, "and<[x = 1], [y = 2]>"],
];

it.each(CASES)("Sets, intervals, matrices: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
