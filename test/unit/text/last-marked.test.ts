import { describe, expect, it } from "vitest";
import { hashAnswer, lastMarked } from "../../../src/text/index.js";

describe("lastMarked", () => {
  it.each([
    ["#### 42", " 42"],
    ["6 × 7 = 42\n#### 42\n", " 42"],
    ["#### 41\n#### 42\nend", " 42"],
    ["####", ""],
  ])("finds the line behind the mark in %j", (text, expected) => {
    const span = lastMarked(text);
    expect(text.slice(span?.start, span?.end)).toBe(expected);
  });

  it.each(["", "### 42"])("finds none in %j", (text) => {
    expect(lastMarked(text)).toBeNull();
  });
});

it.each([
  ["a #### 42", "42"],
  ["#### 1 #### 2", "1"],
  ["####", ""],
  ["42", null],
])("takes from the GSM8K solution %j the answer %j", (text, expected) => {
  expect(hashAnswer(text)).toBe(expected);
});
