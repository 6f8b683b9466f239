import { describe, expect, it } from "vitest";
import { lastMarked } from "../../../src/text/index.js";

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
