import { describe, expect, it } from "vitest";
import { judge } from "../tiers/judge.js";

const EQUAL: readonly (readonly [reference: string, answer: string])[] = [
  ["Ce^x", String.raw`Ce^x, C\in\mathbb{R}`],
  ["y=Ce^x", String.raw`y=Ae^x, \text{ where } A \text{ is an arbitrary constant}`],
  [
    "C_1e^x+C_2e^{-x}",
    String.raw`C_1e^x+C_2e^{-x} \text{ where } C_1 \text{ and } C_2 \text{ are constants}`,
  ],
  [
    String.raw`\frac{x^2}{2}+C`,
    String.raw`\frac12x^2+C \text{ where } C \text{ is the constant of integration}`,
  ],
  [String.raw`f(x)=cx, c\in\mathbb{R}`, String.raw`f(x)=kx \text{ for some constant } k`],
  ["f(x)=ax+b", String.raw`f(x)=ax+b\ (a,b\in\mathbb{R})`],
  ["f(x)=x", String.raw`f(x)=x \text{ for all real numbers } x`],
  [String.raw`(1+t,2-t), t\in\mathbb{R}`, String.raw`(1+s,2-s), s\in\mathbb{R}`],
  [String.raw`x\ne2`, String.raw`x\ne2, x\in\mathbb{R}`],
  ["a_n=2n-1", String.raw`a_n=2n-1\ (n\in\mathbb{N}^*)`],
  ["2n-1", String.raw`a_n=2n-1, n\in N^*`],
  ["a_n=2n-1", String.raw`a_n=2n-1 \text{ for } n\ge1`],
  [String.raw`a_n=2n-1, n\in\mathbb{Z}^+`, String.raw`a_n=2n-1, n\in\mathbb{N}_+`],
  ["f(n)=n^2", String.raw`f(n)=n^2 \text{ for all positive integers } n`],
];

const DIFFERENT: readonly (readonly [reference: string, answer: string])[] = [
  ["a_n=2n-1", String.raw`a_n=2n-1, n\ge2`],
  ["a_n=2n-1", String.raw`a_n=2n+1, n\in\mathbb{N}^*`],
  ["a_n=2n-1", String.raw`b_n=2n-1, n\in\mathbb{N}^*`],
  ["f(n)=n", String.raw`g(n)=n, n\ge1`],
  ["x=3", String.raw`y=3, y\in\mathbb{R}`],
  [String.raw`x=k\pi`, String.raw`x=k\pi, k\in\mathbb{R}`],
  [String.raw`x=k\pi`, String.raw`x=k\pi, k\in\mathbb{N}`],
  [String.raw`x=k\pi, k\in\mathbb{Z}`, String.raw`x=k\pi \text{ where } k \text{ is real}`],
  [String.raw`x\in\mathbb{R}`, String.raw`x\in\mathbb{R}, x\ne2`],
  [String.raw`x\in\mathbb{R}`, String.raw`x\in\mathbb{Z}`],
  [String.raw`(1+t,2-t), t\in\mathbb{R}`, String.raw`(1+t,2+t), t\in\mathbb{R}`],
  ["x^2", String.raw`x^2 \text{ for } x>0`],
  ["3", String.raw`3, x\in\mathbb{R}`],
  ["a_n=2n-1", `a_n=2n-1${", n\\ge1".repeat(400)}`],
  [String.raw`2 \text{ for } x>0, 3 \text{ for } x<0`, String.raw`3 \text{ for } x>0, 2 \text{ for } x<0`],
];

describe("letters that are in one set", () => {
  it("are each in it", () => {
    const each = String.raw`x=2m+3n, m\in\mathbb{Z}, n\in\mathbb{Z}`;
    expect(judge(each, String.raw`x=2m+3n, m,n\in\mathbb{Z}`)).toMatch(/^correct/);
    expect(judge(each, String.raw`x=2m+3n \text{ where } m \text{ and } n \text{ are integers}`)).toMatch(
      /^correct/,
    );
    expect(judge(each, String.raw`x=2m+3n, m,n\in\mathbb{N}`)).toMatch(/^incorrect/);
    expect(judge(String.raw`x\in\{1,2\}, y\in\{1,2\}`, String.raw`x,y\in\{1,2\}`)).toMatch(/^correct/);
    expect(judge(String.raw`x,y\in\{1,2\}`, String.raw`x,y\in\{1,3\}`)).toMatch(/^incorrect/);
    expect(judge(String.raw`x\in\{1,2\}, y\in\{1,2\}`, String.raw`x \text{ or } y\in\{1,2\}`)).toMatch(
      /^incorrect/,
    );
  });
});

describe("statements that say of a letter what it is anyway", () => {
  it.each(EQUAL)("%s is %s", (reference, answer) => {
    expect(judge(reference, answer)).toMatch(/^correct/);
    expect(judge(answer, reference)).toMatch(/^correct/);
  });

  it.each(DIFFERENT)("%s is not %s", (reference, answer) => {
    expect(judge(reference, answer)).toMatch(/^incorrect/);
    expect(judge(answer, reference)).toMatch(/^incorrect/);
  });
});
