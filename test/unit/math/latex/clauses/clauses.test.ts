import { describe, expect, it } from "vitest";
import { outlineOf } from "../trees.js";

const INTEGER = "comma<(* 2 k), [k in Z:all]>";

/** What words and signs say of the letter of `2k`, and the statement that it is. */
const CLAUSES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`2k, k \in \mathbb{Z}`, INTEGER],
  [String.raw`2k, k \in Z`, INTEGER],
  [String.raw`2k \text{ where } k \in \mathbb{Z}`, INTEGER],
  [String.raw`2k, \text{ with } k \in \mathbb{Z}`, INTEGER],
  [String.raw`2k \text{ for all } k \in \mathbb{Z}`, INTEGER],
  [String.raw`2k \; \forall k \in \mathbb{Z}`, INTEGER],
  [String.raw`2k \text{ where } k \text{ is an integer}`, INTEGER],
  [String.raw`2k \text{ where k is any integer}`, INTEGER],
  [String.raw`2k \text{, where $k$ is an integer}`, INTEGER],
  [String.raw`2k \text{ for any integer } k`, INTEGER],
  [String.raw`2k \text{ for some integer $k$}`, INTEGER],
  [String.raw`2k\text{, }k\text{ integer}`, INTEGER],
  ["2k, where k is an integer", INTEGER],
  ["2k, k integer", INTEGER],
  ["$2k$ for any integer $k$.", INTEGER],
  ["$2k$, any integer $k$", INTEGER],
  ["2k, k为整数", INTEGER],
  [String.raw`2k, k = 0, \pm 1, \pm 2, \ldots`, INTEGER],
  ["2k, k = 0, 1, 2, ...", "comma<(* 2 k), [k in Z:nonnegative]>"],
  [String.raw`2k \text{ for } k = 1, 2, 3, \dots`, "comma<(* 2 k), [k in Z:positive]>"],
  [String.raw`2k, k\text{ is a non-negative integer}`, "comma<(* 2 k), [k in Z:nonnegative]>"],
  [String.raw`2k \text{ for positive integers } k`, "comma<(* 2 k), [k in Z:positive]>"],
  [String.raw`2k \text{ for all natural numbers } k`, "comma<(* 2 k), [k in N:all]>"],
  [String.raw`2k, k \in N_+`, "comma<(* 2 k), [k in N:positive]>"],
  [String.raw`2k \text{ where } k \text{ is the constant of integration}`, "comma<(* 2 k), [k in R:all]>"],
  [String.raw`2k \text{ for some real constant } k`, "comma<(* 2 k), [k in R:all]>"],
  [String.raw`2k \text{ for } k > 0`, "comma<(* 2 k), [k > 0]>"],
  [String.raw`2k \text{ (where } k \text{ is an integer)}`, "(* 2 k [k in Z:all])"],
];

/** Words that declare nothing, or not alone. */
const OTHERS: readonly string[] = [
  String.raw`2k \text{ where k is not an integer}`,
  String.raw`2 \text{ for } x > 0, 3 \text{ for } x < 0`,
  String.raw`2k \text{ for any integer } k > 0`,
  String.raw`2k \text{ for all } k`,
  String.raw`12 \text{ with } x = 3`,
];

describe("what words say of letters", () => {
  it.each(CLAUSES)("%s is %s", (source, tree) => {
    expect(outlineOf(source)).toBe(tree);
  });

  it.each(OTHERS)("%s has no clause of its own", (source) => {
    expect(outlineOf(source)).not.toContain("comma<(* 2 k)");
    expect(outlineOf(source)).not.toContain(" in ");
  });

  it("is said of each letter", () => {
    const tree = "comma<(+ m n), [m in Z:all], [n in Z:all]>";
    expect(outlineOf(String.raw`m+n \text{ where } m \text{ and } n \text{ are integers}`)).toBe(tree);
    expect(outlineOf(String.raw`m+n \text{ for integers } m, n`)).toBe(tree);
    expect(outlineOf(String.raw`C_1x+C_{2} \text{ for constants } C_1, C_{2}`)).toContain("[C_2 in R:all]");
  });

  it("leaves the letter of a point or a radius alone", () => {
    expect(outlineOf(String.raw`x \in R_1`)).toBe("[x in R_1]");
    expect(outlineOf("R")).toBe("R");
  });
});
