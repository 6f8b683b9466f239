import { describe, expect, it } from "vitest";
import { lastBoxed } from "../../../src/text/index.js";

function found(text: string): string | null {
  const span = lastBoxed(text);
  return span && text.slice(span.start, span.end);
}

describe("lastBoxed", () => {
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
    ["x\\\\boxed{41} \\boxed{42}", "42"],
  ])("finds the content in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ["\\boxed{41} \\boxed{42}", "42"],
    ["\\boxed{41} \\boxed{}", ""],
    ["\\boxed{4 \\boxed{2}}", "4 \\boxed{2}"],
    ["\\boxed{42} \\boxed{", "42"],
    ["\\boxed{41 \\boxed{42}", "42"],
    ["{ { \\boxed{42}", "42"],
    ["} } \\boxed{42} }", "42"],
    ["\\boxed{42} {x} \\text{y}", "42"],
  ])("finds the last balanced box in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    "",
    "42",
    "\\boxed",
    "\\boxed 42",
    "\\boxed{42",
    "\\boxed{42\\}",
    "\\boxed\\{42}",
    "\\\\boxed{42}",
    "boxed{42}",
    "\\boxedx{42}",
    "\\boxed         {42}",
    "\\",
  ])("finds none in %j", (text) => {
    expect(lastBoxed(text)).toBeNull();
  });
});
