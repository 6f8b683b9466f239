import { describe, expect, it } from "vitest";
import { boxes } from "../../../src/text/index.js";

/** What is in the boxes of a text. */
function contents(text: string): string[] {
  return boxes(text).map(({ content }) => text.slice(content.start, content.end));
}

describe("boxes", () => {
  it.each([
    ["\\boxed{42}", "42"],
    ["\\fbox{42}", "42"],
    ["\\boxed {42}", "42"],
    ["\\boxed\n\t{42}", "42"],
    ["\\boxed{}", ""],
    ["\\boxed{ 42 }", " 42 "],
    ["\\boxed{\\frac{1}{2}}", "\\frac{1}{2}"],
    ["\\boxed{{{42}}}", "{{42}}"],
    ["\\boxed{\\{1, 2\\}}", "\\{1, 2\\}"],
    ["\\boxed{1\\\\2}", "1\\\\2"],
    ["$\\boxed{42}$.", "42"],
    ["a box \\boxed{42}", "42"],
  ])("finds the content in %j", (text, content) => {
    expect(contents(text)).toEqual([content]);
  });

  it.each([
    ["\\boxed 42", "42"],
    ["\\boxed42.", "42"],
    ["\\boxed -1/2,", "-1/2"],
    ["\\boxed 1,000.", "1,000"],
    ["\\boxed x", "x"],
    ["\\boxed\\frac12.", "\\frac12"],
    ["\\boxed \\frac{1}{2}", "\\frac{1}{2}"],
    ["\\boxed -\\sqrt{2}", "-\\sqrt{2}"],
    ["\\boxed\\pi", "\\pi"],
    ["\\boxed\\text{B}", "\\text{B}"],
  ])("needs no braces in %j", (text, content) => {
    expect(contents(text)).toEqual([content]);
  });

  it.each([
    ["\\boxed{41} \\boxed{42}", ["41", "42"]],
    ["\\boxed{4 \\boxed{2}}", ["4 \\boxed{2}"]],
    ["\\boxed{\\boxed{1} \\boxed{2}} \\boxed{3}", ["\\boxed{1} \\boxed{2}", "3"]],
    ["\\boxed{42} \\boxed{", ["42"]],
    ["\\boxed{41 \\boxed{42}", ["42"]],
    ["{ { \\boxed{42}", ["42"]],
    ["} } \\boxed{42} }", ["42"]],
    ["\\boxed{42} {x} \\text{y}", ["42"]],
    ["\\fbox{1} \\boxed{2}", ["1", "2"]],
  ])("finds the outer balanced boxes in %j", (text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  it.each(["", "42", "\\boxed", "\\boxed{42", "\\boxed{42\\}", "\\boxed\\{42}", "boxed{42}", "\\boxedx{42}"])(
    "finds none in %j",
    (text) => {
      expect(boxes(text)).toEqual([]);
    },
  );

  it.each(["\\boxed         {42}", "\\Boxed{42}", "\\", "\\boxed xy", "fbox{42}"])(
    "finds none in %j either",
    (text) => {
      expect(boxes(text)).toEqual([]);
    },
  );

  it("says where the command stands, and whether its backslash is doubled", () => {
    expect(boxes("a \\boxed{1} b")).toEqual([
      { span: { start: 2, end: 11 }, content: { start: 9, end: 10 }, escaped: false },
    ]);
    expect(boxes("\\\\boxed{1}")[0]).toMatchObject({ escaped: true });
    expect(boxes("\\\\\\boxed{1}")[0]).toMatchObject({ escaped: false });
  });
});
