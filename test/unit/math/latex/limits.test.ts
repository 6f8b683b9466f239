import { describe, expect, it } from "vitest";
import { children, type Node } from "../../../../src/math/ast.js";
import { parse, printLatex } from "../../../../src/math/latex/index.js";
import { outlineOf } from "./trees.js";

function height(root: Node): number {
  let height = 0;
  for (let level: Node[] = [root]; level.length > 0; level = level.flatMap((node) => children(node)))
    height++;
  return height;
}

const FAILURES: readonly (readonly [what: string, source: string, reason: string])[] = [
  ["nothing", "", "empty"],
  ["blanks", " \n\t ", "empty"],
  ["an empty box", String.raw`\boxed{}`, "empty"],
  ["a blank box", String.raw`\boxed{ \, }`, "empty"],
  ["an empty text", String.raw`\text{}`, "empty"],
  ["an empty fraction", String.raw`\frac{}{}`, "empty"],
  ["a lone surrogate", "x+\ud800", "invalid_character"],
  ["NUL", "1\u00002", "invalid_character"],
  ["more text than the limit", "1".repeat(1_000_000), "too_long"],
  ["ten thousand fractions", "\\frac".repeat(10_000), "too_long"],
  ["a hundred thousand brackets", "(".repeat(100_000), "too_long"],
  ["more tokens than the limit", "{".repeat(9_000), "too_many_tokens"],
  ["more digits than the limit", "9".repeat(19_999), "too_many_digits"],
  ["digits grouped beyond the limit", `1${",000".repeat(4_000)}`, "too_many_digits"],
  ["an exponent beyond the limit", "1e99999", "too_many_digits"],
  ["nested fractions", String.raw`\frac{1}{`.repeat(300), "too_deep"],
  ["nested roots", `${"\\sqrt".repeat(2_000)}2`, "too_deep"],
  ["a power tower", `${"2^".repeat(900)}2`, "too_deep"],
  ["signs", `${"-".repeat(3_000)}x`, "too_deep"],
  ["factorials", `x${"!".repeat(3_000)}`, "too_deep"],
  ["percent signs", `5${"%".repeat(3_000)}`, "too_deep"],
  ["quotients from left to right", `1${"/x".repeat(900)}`, "too_deep"],
  ["unions from left to right", Array(900).fill("A").join("\\cup "), "too_deep"],
  ["nested calls", "f(".repeat(1_500), "too_deep"],
  ["nested sums", String.raw`\sum_{i=1}^n `.repeat(300), "too_deep"],
  ["nested integrals", String.raw`\int `.repeat(1_000), "too_deep"],
  ["nested bars", "|".repeat(3_000), "too_deep"],
  ["nested environments", String.raw`\begin{cases}`.repeat(300), "too_deep"],
];

it.each(FAILURES)("fails for %s", (_what, source, reason) => {
  expect(parse(source)).toMatchObject({ kind: "failure", reason });
});

const HOSTILE: readonly (readonly [what: string, source: string])[] = [
  ["emphasis", `1${"**".repeat(9_000)}`],
  ["unclosed texts", String.raw`\text{`.repeat(2_500)],
  ["unclosed faces", String.raw`\bm{`.repeat(4_000)],
  ["capitals and brackets", "A(".repeat(1_900)],
  ["bars between letters", "a|".repeat(1_900)],
  ["wide spaces", `x=1${String.raw`\quad y=1`.repeat(500)}`],
  ["words", "word ".repeat(3_900)],
  ["letters of another script", "中".repeat(19_000)],
  ["letters", "a".repeat(19_999)],
  ["backslashes", "\\".repeat(19_999)],
  ["dollar signs", "$".repeat(19_999)],
  ["subscripts", "x_".repeat(2_000)],
  ["unknown commands", String.raw`\zzz`.repeat(3_900)],
  ["decimals", `0.${"5".repeat(4_990)}`],
];

it.each(HOSTILE)("gives a tree of bounded height, or a failure, for %s", (_what, source) => {
  const node = parse(source);
  if (node.kind !== "failure") expect(height(node)).toBeLessThanOrEqual(250);
});

describe("what the limits let pass", () => {
  it("reads two hundred redundant brackets", () => {
    expect(outlineOf(`${"(".repeat(200)}1${")".repeat(200)}`)).toBe("1");
  });

  it("reads a sum of a thousand terms, which is flat", () => {
    const node = parse(Array(1_000).fill("x").join("+"));
    expect(node).toMatchObject({ kind: "sum" });
    expect(node.kind === "sum" ? node.terms.length : 0).toBe(1_000);
  });

  it("reads a number of five thousand digits exactly", () => {
    const digits = "7".repeat(5_000);
    expect(parse(digits)).toMatchObject({ kind: "number", value: { num: BigInt(digits), den: 1n } });
  });

  it("reduces long decimals", () => {
    expect(parse(`0.${"0".repeat(4_000)}5`)).toMatchObject({ value: { num: 1n, den: 2n * 10n ** 4_000n } });
  });
});

const VALUES: readonly (readonly [source: string, num: bigint, den: bigint, decimals: number | null])[] = [
  ["12", 12n, 1n, null],
  ["0.50", 1n, 2n, 2],
  [".25", 1n, 4n, 2],
  ["1{,}000.5", 2001n, 2n, 1],
  ["1.6e-3", 1n, 625n, 4],
  ["2e3", 2000n, 1n, null],
  ["2.5e3", 2500n, 1n, 0],
  ["0.\\overline{3}", 1n, 3n, null],
  ["0.1\\dot{6}", 1n, 6n, null],
  ["0.\\overline{142857}", 1n, 7n, null],
  ["2.999...", 3n, 1n, null],
  ["101_2", 5n, 1n, null],
  ["0.1_2", 1n, 2n, null],
  ["1A_{16}", 26n, 1n, null],
];

it.each(VALUES)("reads %s as the exact number %d/%d", (source, num, den, decimals) => {
  expect(parse(source)).toMatchObject({ kind: "number", value: { num, den }, decimals });
});

describe("failures", () => {
  it("say where they are", () => {
    expect(parse("(1+2")).toEqual({ kind: "failure", reason: "unbalanced", position: 4 });
    expect(parse("1+*2")).toEqual({ kind: "failure", reason: "unexpected_token", position: 2 });
  });
});

describe("printLatex", () => {
  it("writes common notation", () => {
    const node = parse("x^2/2+sqrt(3)-sin(2x)");
    if (node.kind === "failure") throw new Error(node.reason);
    expect(printLatex(node)).toBe(String.raw`\frac{x^{2}}{2} + \sqrt{3} - \sin\left(2 \cdot x\right)`);
  });
});
