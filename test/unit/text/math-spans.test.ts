import { describe, expect, it } from "vitest";
import { mathSpans } from "../../../src/text/index.js";

function contents(text: string): string[] {
  return mathSpans(text).map(({ content }) => text.slice(content.start, content.end));
}

describe("mathSpans", () => {
  it.each([
    ["$1$", ["1"]],
    ["$ 1 $", [" 1 "]],
    ["$$1$$", ["1"]],
    ["\\(1\\)", ["1"]],
    ["\\[\n1\n\\]", ["\n1\n"]],
    ["$a$ and $b$", ["a", "b"]],
    ["$a$$b$", ["a", "b"]],
    ["\\begin{align*}x&=1\\end{align*}", ["\\begin{align*}x&=1\\end{align*}"]],
    ["\\[\\begin{aligned}x&=1\\end{aligned}\\]", ["\\begin{aligned}x&=1\\end{aligned}"]],
    ["\\[ x \\text{ if $y$} \\]", [" x \\text{ if $y$} "]],
    ["$x \\text{ and } y$", ["x \\text{ and } y"]],
  ])("finds the math of %j", (text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  it.each([
    "It costs $5 and $7.",
    "$18 for the first",
    "\\$5\\$",
    "$",
    "$$",
    "$$ $$",
    "$ $",
    "\\[ 1",
    "1 \\)",
    "\\\\[4pt] \\]",
    "$a\n\nb$",
  ])("finds none in %j", (text) => {
    expect(mathSpans(text)).toEqual([]);
  });

  it("is not led astray by delimiters without their other half", () => {
    expect(contents("costs $5. \\[ $x$ \\( \\begin{align} $y$")).toContain("y");
    expect(contents("\\( \\( 1 \\)")).toEqual([" 1 "]);
  });
});
