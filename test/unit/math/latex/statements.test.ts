import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  ["x=1", "[x = 1]"],
  [String.raw`1 < x \le 2`, "[1 < x <= 2]"],
  ["x!=3", "[x != 3]"],
  ["5!=120", "[factorial(5) = 120]"],
  ["x>=5", "[x >= 5]"],
  ["a := 3", "[a = 3]"],
  [String.raw`x \in \mathbb{R}`, "[x in R:all]"],
  [String.raw`x\notin A`, "[x not_in A]"],
  [String.raw`a\not=b`, "[a != b]"],
  [String.raw`A \supset B`, "[B subset A]"],
  [String.raw`x \to 0`, "[x maps_to 0]"],
  [String.raw`2 \mid n`, "[2 divides n]"],
  ["a=4,-8,-10", "comma<[a = 4], (- 8), (- 10)>"],
  ["x = 1, y = 2", "comma<[x = 1], [y = 2]>"],
  ["x=1; y=2", "comma<[x = 1], [y = 2]>"],
  [String.raw`x=1\quad y=2`, "comma<[x = 1], [y = 2]>"],
  [String.raw`x<-1 \text{ or } x>1`, "or<[x < (- 1)], [x > 1]>"],
  [String.raw`x=1 \text{ and } y=2`, "and<[x = 1], [y = 2]>"],
  ["x=1 或 x=2", "or<[x = 1], [x = 2]>"],
  [String.raw`1, 2, \text{ and } 3`, "and<1, 2, 3>"],
  ["1, 2 or 3", "or<1, 2, 3>"],
  [String.raw`x=1,y=2 \text{ or } x=3,y=4`, "or<comma<[x = 1], [y = 2]>, comma<[x = 3], [y = 4]>>"],
  ["x=1,y=2; x=3,y=4", "comma<comma<[x = 1], [y = 2]>, comma<[x = 3], [y = 4]>>"],
  ["(p,q)=(3,2)", "[(p, q) = (3, 2)]"],
  ["f(x)=1", "[@f(x) = 1]"],
  ["S_{MBCN}:S=7:32", "[S_MBCN:S = 7:32]"],
  ["A:B=1", "[A:B = 1]"],
  [String.raw`x \equiv 2 \pmod{5}`, "[mod(x, 5) = mod(2, 5)]"],
  [String.raw`x \equiv 2 \mod 5`, "[mod(x, 5) = mod(2, 5)]"],
  ["x ≡ 2 (mod 5)", "[mod(x, 5) = mod(2, 5)]"],
  [String.raw`x \equiv 2\ (\text{mod } 5)`, "[mod(x, 5) = mod(2, 5)]"],
  [String.raw`x = 7 \bmod 5`, "[x = mod(7, 5)]"],
  ["W(x)=1orW(x)=-1", "or<[@W(x) = 1], [@W(x) = (- 1)]>"],
  ["(11,7)or(7,11)", "or<(11, 7), (7, 11)>"],
  ["1and2", "and<1, 2>"],
  ["2:3:5", "2:3:5"],
  ["10:05", "10:05"],
  [String.raw`\neg x = 5`, "not([x = 5])"],
  ["1, 2,", "comma<1, 2>"],
  [String.raw`\begin{aligned} x &= 1 \\ &= 2 \end{aligned}`, "[x = 1 = 2]"],
];

it.each(CASES)("Relations and lists: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
