import { describe, expect, it } from "vitest";
import { judge } from "./judge.js";

const EQUAL: readonly (readonly [string, string])[] = [
  ["x=k\\pi, k\\in\\mathbb Z", "x=n\\pi, n\\in\\mathbb Z"],
  ["\\{2k\\mid k\\in\\mathbb Z\\}", "\\{x\\mid x=2n, n\\in\\mathbb Z\\}"],
  ["\\{2k\\mid k\\in\\mathbb Z\\}", "\\{x\\in\\mathbb Z\\mid x=2n, n\\in\\mathbb Z\\}"],
  ["x=\\frac\\pi4+k\\pi\\ (k\\in\\mathbb Z)", "\\frac{5\\pi}4-n\\pi, n\\in\\mathbb Z"],
  [
    "x=\\pm\\frac\\pi3+2k\\pi, k\\in\\mathbb Z",
    "x=\\frac\\pi3+2n\\pi\\text{ or }x=\\frac{5\\pi}3+2n\\pi, n\\in\\mathbb Z",
  ],
  [
    "x=\\frac{k\\pi}2, k\\in\\mathbb Z",
    "\\{n\\pi\\mid n\\in\\mathbb Z\\}\\cup\\{\\frac\\pi2+n\\pi\\mid n\\in\\mathbb Z\\}",
  ],
  [
    "x=(-1)^k\\frac\\pi6+k\\pi, k\\in\\mathbb Z",
    "x=\\frac\\pi6+2n\\pi, x=\\frac{5\\pi}6+2n\\pi, n\\in\\mathbb Z",
  ],
  ["x=\\arctan2+k\\pi, k\\in\\mathbb Z", "x=\\arctan2+(n+1)\\pi, n\\in\\mathbb Z"],
  ["x\\equiv2\\pmod5", "x=5k+2, k\\in\\mathbb Z"],
  ["x\\equiv2\\pmod5", "2\\pmod5"],
  ["x=\\frac\\pi4+k\\pi", "\\frac\\pi4+n\\pi"],
  ["x=k\\pi, k\\in\\mathbb Z", "x=n\\pi, n\\text{ is an integer}"],
  ["x=k\\pi, k\\in\\mathbb Z", "x=n\\pi"],
  ["\\{2k+1\\mid k\\in\\mathbb N\\}", "\\{2m+1\\mid m\\in\\mathbb N\\}"],
  ["\\{k^2\\mid k\\in\\mathbb Z\\}", "\\{n^2\\mid n\\in\\mathbb Z\\}"],
  ["x\\ne k\\pi, k\\in\\mathbb Z", "x\\ne n\\pi, n\\in\\mathbb Z"],
  ["(2k\\pi-\\pi,2k\\pi), k\\in\\mathbb Z", "(2n\\pi+\\pi,2n\\pi+2\\pi), n\\in\\mathbb Z"],
  ["(k,2k), k\\in\\mathbb Z", "(n,2n), n\\in\\mathbb Z"],
];

const DIFFERENT: readonly (readonly [string, string])[] = [
  ["x=k\\pi, k\\in\\mathbb Z", "x=2n\\pi, n\\in\\mathbb Z"],
  ["x=k\\pi, k\\in\\mathbb Z", "y=k\\pi, k\\in\\mathbb Z"],
  ["x=k\\pi, k\\in\\mathbb Z", "x=k\\pi, k\\in\\mathbb R"],
  ["x=k\\pi, k\\in\\mathbb Z", "x=k\\pi, k\\in\\mathbb Z, k\\ne0"],
  ["x=k\\pi, k\\in\\mathbb Z", "x=\\pi"],
  ["x=\\frac\\pi4+k\\pi, k\\in\\mathbb Z", "x=\\frac\\pi3+n\\pi, n\\in\\mathbb Z"],
  ["x=\\arctan2+k\\pi, k\\in\\mathbb Z", "x=\\arctan3+k\\pi, k\\in\\mathbb Z"],
  ["x=\\sqrt2k, k\\in\\mathbb Z", "x=2k, k\\in\\mathbb Z"],
  ["\\{2k+1\\mid k\\in\\mathbb N\\}", "\\{2m+1\\mid m\\in\\mathbb Z\\}"],
  ["\\{2k+1\\mid k\\in\\mathbb N\\}", "\\{2m-1\\mid m\\in\\mathbb N\\}"],
  ["\\{2k\\mid k\\in\\mathbb N\\}", "\\{2k\\mid k\\in\\mathbb N^*\\}"],
  ["\\{\\frac k2\\mid k\\in\\mathbb Z\\}", "\\{x\\in\\mathbb Z\\mid x=\\frac k2, k\\in\\mathbb Z\\}"],
  ["\\{2k\\mid k\\in\\mathbb Z\\}", "\\{2k\\mid k\\in\\mathbb Z, k>0\\}"],
  ["a_n=2n+1, n\\in\\mathbb Z", "a_n=2n+3, n\\in\\mathbb Z"],
  ["f(n)=2n+1, n\\in\\mathbb Z", "f(n)=2n+3, n\\in\\mathbb Z"],
  ["x=k, y=2k, k\\in\\mathbb Z", "x=2k, y=k, k\\in\\mathbb Z"],
  ["x=ak, k\\in\\mathbb Z", "x=a^2k, k\\in\\mathbb Z"],
  ["x\\equiv2\\pmod5", "x\\equiv2\\pmod{10}"],
  ["x\\equiv2\\pmod5", "y\\equiv2\\pmod5"],
  ["x\\equiv2\\pmod5", "2"],
  ["x=\\frac\\pi4+k\\pi", "x=\\frac\\pi4+2n\\pi"],
  ["(2k\\pi,2k\\pi+\\pi), k\\in\\mathbb Z", "(k\\pi,k\\pi+\\pi), k\\in\\mathbb Z"],
];

describe("answers that an integer counts", () => {
  it.each(EQUAL)("%s and %s are the same set", (reference, answer) => {
    expect(judge(reference, answer)).toBe("correct by family");
    expect(judge(answer, reference)).toBe("correct by family");
  });

  it.each(DIFFERENT)("%s and %s are not shown to be the same set", (reference, answer) => {
    expect(judge(reference, answer)).toMatch(/^incorrect/);
    expect(judge(answer, reference)).toMatch(/^incorrect/);
  });

  it("takes a condition in brackets as one behind a comma", () => {
    expect(judge("y=x^2, x\\ge0", "y=x^2\\ (x\\geq0)")).toMatch(/^correct/);
    expect(judge("y=x^2, x\\ge0", "y=x^2\\ (x>0)")).toMatch(/^incorrect/);
    expect(judge("y=x^2", "y=x^2\\ (x>0)")).toMatch(/^incorrect/);
  });
});
