import { expect, it } from "vitest";
import { judge } from "../tiers/judge.js";

const CASES: readonly (readonly [reference: string, answer: string, equal: boolean])[] = [
  ["55", String.raw`1+2+\cdots+10`, true],
  ["55", String.raw`1+2+3+\cdots+10`, true],
  ["55", "1+2+3+...+10", true],
  ["5050", String.raw`1+2+3+\ldots+100`, true],
  ["2500", String.raw`1+3+5+\dots+99`, true],
  ["1023", String.raw`1+2+4+\cdots+512`, true],
  [String.raw`\frac{n(n+1)}{2}`, String.raw`1+2+3+\cdots+n`, true],
  ["2550", String.raw`2+4+6+\cdots+100`, true],
  ["3628800", String.raw`1\cdot2\cdot3\cdots10`, true],
  ["55", String.raw`1+2+4+\cdots+10`, false],
  ["5", "5...", false],
  ["55", String.raw`1+2+\cdots+10=55`, true],
  [String.raw`1+2+\cdots+10=55`, "55", true],
  [String.raw`1+2+\cdots+10`, String.raw`1+3+\cdots+9`, false],
  ["2049300", String.raw`1+2+3+\cdots+2024`, true],
  ["n^2", String.raw`1+3+5+\cdots+(2n-1)`, true],
  ["2^{n+1}-1", String.raw`1+2+4+\cdots+2^n`, true],
  ["2", String.raw`1+\frac12+\frac14+\cdots`, true],
  [String.raw`\frac23`, String.raw`1-\frac12+\frac14-\cdots`, true],
  ["n!", String.raw`1\cdot 2\cdot 3\cdots n`, true],
  [String.raw`\frac{n(n+1)}{2}`, String.raw`1+2+\cdots+n`, true],
  [String.raw`\frac{n(n+1)}{2}`, String.raw`2+4+\cdots+n`, false],
  ["10!", String.raw`1\times2\times3\times\cdots\times10`, true],
  ["945", String.raw`1\cdot3\cdot5\cdots9`, true],
  ["2046", String.raw`2+4+8+\cdots+1024`, true],
  [String.raw`a_1+a_2+\cdots+a_n`, String.raw`a_1+a_2+\cdots+a_n`, true],
  [String.raw`\{1,2,3,4,5\}`, String.raw`\{1,2,\ldots,5\}`, true],
  [String.raw`2^1+2^2+2^3+\cdots+2^{10}`, "2046", true],
];

it.each(CASES)("%s is %s: %s", (reference, answer, equal) => {
  expect(judge(reference, answer).startsWith("correct")).toBe(equal);
});
