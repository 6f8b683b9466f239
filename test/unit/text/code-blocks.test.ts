import { describe, expect, it } from "vitest";
import { codeBlocks } from "../../../src/text/index.js";

function blocksOf(text: string): [string, string, number][] {
  return [...codeBlocks(text, 0, text.length)].map(({ info, content, indent }) => [
    info,
    text.slice(content.start, content.end),
    indent,
  ]);
}

describe("codeBlocks", () => {
  it.each<[string, string, [string, string, number][]]>([
    ["a block", "```py\na\n```", [["py", "a\n", 0]]],
    ["no text", "", []],
    ["an empty block", "```\n```", [["", "", 0]]],
    ["an info string of several words", '```py title="x" \na\n```', [['py title="x"', "a\n", 0]]],
    ["tildes", "~~~py\n```\n~~~", [["py", "```\n", 0]]],
    ["a longer fence around a shorter one", "````md\n```\na\n```\n````", [["md", "```\na\n```\n", 0]]],
    ["a longer closing fence", "```\na\n`````", [["", "a\n", 0]]],
    ["backticks within a line", "```\na```b\n```", [["", "a```b\n", 0]]],
    ["inline code, which opens nothing", "```py a```\n```js\nb\n```", [["js", "b\n", 0]]],
    ["a fence behind text, which opens nothing", "x ```py\na\n", []],
    ["a block that stays open", "```py\na\n", []],
    ["an opening fence in a block", "```py\na\n```js\nb\n```", [["py", "a\n```js\nb\n", 0]]],
    ["an indented block", "1. x\n   ```py\n   a\n   ```", [["py", "   a\n", 3]]],
    ["lines that end as in Windows", "```py\r\na\r\n```\r\n", [["py", "a\r\n", 0]]],
    [
      "two blocks",
      "```\na\n```\nx\n```\nb\n```",
      [
        ["", "a\n", 0],
        ["", "b\n", 0],
      ],
    ],
  ])("%s", (_what, text, expected) => {
    expect(blocksOf(text)).toEqual(expected);
  });

  it("keeps to its stretch", () => {
    const text = "```\na\n```\n```\nb\n```";
    expect([...codeBlocks(text, 10, text.length)].map(({ content }) => content.start)).toEqual([14]);
    expect([...codeBlocks(text, 0, 8)]).toEqual([]);
  });
});
