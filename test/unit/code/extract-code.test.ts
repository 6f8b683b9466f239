import { describe, expect, it } from "vitest";
import { extractCode } from "../../../src/code/index.js";

describe("extractCode", () => {
  it.each<[string, string, string | null, string | null]>([
    ["the last block of the language", "```python\na\n```\n```python\nb\n```", "python", "b\n"],
    ["before a block of another language", "```python\na\n```\n```cpp\nb\n```", "python", "a\n"],
    ["under another name", "```py\na\n```", "python", "a\n"],
    ["with a version", "```python3.12\na\n```", "python", "a\n"],
    ["in capitals", "```C++17\na\n```", "cpp", "a\n"],
    ["asked for by another name", "```cpp\na\n```", "c++17", "a\n"],
    ["with attributes", "```python,editable\na\n```", "python", "a\n"],
    ["not in a language that begins alike", "```javascript\na\n```", "java", null],
    ["not without a language", "```\na\n```", "python", null],
    ["not from nowhere", "no code", "python", null],
    ["not for a task without a language", "```python\na\n```", null, null],
    ["not cut off", "```python\na", "python", null],
    ["empty", "```python\n```", "python", ""],
    ["with backticks in a string", "```python\nprint('```')\n```", "python", "print('```')\n"],
    [
      "without the indentation of a list",
      "- x\n  ```py\n  if a:\n    b\n\n c\n  ```",
      "py",
      "if a:\n  b\n\nc\n",
    ],
    ["not in the thinking", "<think>```py\na\n```</think>none", "python", null],
    ["not in an open thought", "<think>\n```py\na\n```\n", "python", null],
    ["after the thinking", "<think>\n```py\nopen </think>\n```py\nb\n```", "python", "b\n"],
  ])("finds code %s", (_where, text, language, expected) => {
    expect(extractCode(text, language)).toBe(expected);
  });

  it.each<[string, string, string, string | null]>([
    ["up to the next backticks", "```python\nprint('```')\n```", "python", "print('"],
    ["in a line", "so: ```python\na```", "python", "a"],
    ["not in another spelling", "```Python\na\n```", "python", null],
    ["in a language whose name is a pattern", "```c++\na\n```", "c++", "a\n"],
    ["not in what the pattern matches", "```ccc\na\n```", "c+", null],
  ])("finds code between exact fences %s", (_where, text, language, expected) => {
    expect(extractCode(text, language, { fences: "exact" })).toBe(expected);
  });

  it.each([
    ["none", "a\n"],
    ["prefilled", null],
  ] as const)("reads the thinking as told: %s", (thinking, expected) => {
    expect(extractCode("<think>\n```py\na\n```\n", "python", { thinking })).toBe(expected);
  });
});
