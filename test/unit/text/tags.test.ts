import { describe, expect, it } from "vitest";
import { countOccurrences, lastTagged } from "../../../src/text/index.js";

function found(text: string, name = "a"): string | null {
  const span = lastTagged(text, name);
  return span && text.slice(span.start, span.end);
}

describe("lastTagged", () => {
  it.each([
    ["<a>42</a>", "42"],
    ["<a></a>", ""],
    ["<a>41</a> <a>42</a>", "42"],
    ["<a>42</a> <a>", "42"],
    ["<a>41<a>42</a>", "42"],
    ["<a>42</a></a>", "42</a>"],
    ["</a><a>42</a>", "42"],
    ["<a>\n42\n</a>", "\n42\n"],
  ])("finds the content in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    "",
    "<a>",
    "</a>",
    "<a>42",
    "42</a>",
    "</a><a>",
    "<A>42</A>",
    "<a >42</a >",
    "<b>42</b>",
    "<a</a>",
  ])("finds none in %j", (text) => {
    expect(lastTagged(text, "a")).toBeNull();
  });
});

describe("countOccurrences", () => {
  it.each([
    ["", "x", 0],
    ["x", "x", 1],
    ["axbxc", "x", 2],
    ["aaaa", "aa", 2],
    ["aaa", "aa", 1],
    ["\n\n", "\n", 2],
    ["x", "xx", 0],
  ])("of %j: %j", (text, needle, count) => {
    expect(countOccurrences(text, needle)).toBe(count);
  });
});
