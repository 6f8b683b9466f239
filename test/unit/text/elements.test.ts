import { describe, expect, it } from "vitest";
import { firstElement, lastElement, looseElement, outerElement, type Span } from "../../../src/text/index.js";

const cut = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);

describe("elements", () => {
  it.each([
    ["<a>1</a>", "1", "1", "1", "1"],
    ["<a>1</a><a>2</a>", "1", "2", "1</a><a>2", "2"],
    ["<a>1<a>2</a>", "1<a>2", "1<a>2", "1<a>2", "2"],
    ["<a>1</a></a>", "1", "1", "1</a>", "1"],
    ["</a><a>1</a>", "1", "1", "1", "1"],
    ["<a>1", null, null, null, "1"],
    ["1</a>", null, null, null, "1"],
    ["</a><a>", null, null, null, ""],
    ["1", null, null, null, "1"],
    ["", null, null, null, ""],
  ])("of %j: the first is %j, the last %j, the outer %j, the loose %j", (text, first, last, outer, loose) => {
    expect(cut(text, firstElement(text, { name: "a" }))).toBe(first);
    expect(cut(text, lastElement(text, { name: "a" }))).toBe(last);
    expect(cut(text, outerElement(text, { name: "a" }))).toBe(outer);
    expect(cut(text, looseElement(text, { name: "a" }))).toBe(loose);
  });

  it.each([
    ["<a>\n1\n</a>", null, null],
    ["<a>1</a>\n<a>\n2</a>", "1", "1"],
    ["<a>\n<a>1</a>", "1", "1"],
    ["<a>1</a>\n<a>2</a>", "1", "2"],
  ])("within a line, of %j: the first is %j, the last %j", (text, first, last) => {
    const filter = { name: "a", inLine: true };
    expect(cut(text, firstElement(text, filter))).toBe(first);
    expect(cut(text, lastElement(text, filter))).toBe(last);
  });
});
