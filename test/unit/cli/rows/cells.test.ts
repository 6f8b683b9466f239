import { describe, expect, it } from "vitest";
import { readCells, withStructures } from "../../../../src/cli/rows/cells.js";

const CONVERSATION = [{ role: "user", content: "6 × 7?" }];
const roles = {
  completion: "completion",
  prompt: "prompt",
  columns: { solution: "answer", numbers: "nums" },
};

/** What becomes of one cell of a field. */
const read = (field: string, text: string, changed: Partial<typeof roles> = {}): unknown =>
  readCells({ [field]: text }, { ...roles, ...changed })[field];

describe("readCells", () => {
  it.each(["007", "1e5", "0.50", "[1, 2]", '{"a": 1}', "true", "null", "1,000", " 3 "])(
    "leaves the answer %j as it is written",
    (text) => expect(read("answer", text)).toBe(text),
  );

  it.each(["[3, 4]", '{"a": 1}', "42", "null"])("leaves fields that nothing reads: %j", (text) =>
    expect(read("id", text)).toBe(text),
  );

  it.each([
    ["[3, 4, 7]", [3, 4, 7]],
    [' {"A": "x"} ', { A: "x" }],
    ["24", "24"],
    ["[3, 4", "[3, 4"],
    ["", ""],
  ])("reads lists and objects of other columns: %j", (text, value) =>
    expect(read("nums", text)).toEqual(value),
  );

  it.each([
    ["n_tokens", "12", 12],
    ["n_tokens", "many", "many"],
    ["token_ids", "[1, 2]", [1, 2]],
    ["truncated", "True", true],
    ["truncated", "false", false],
  ])("reads %s from %j", (column, text, value) =>
    expect(read("x", text, { columns: { [column]: "x" } as never })).toEqual(value),
  );

  it("reads conversations as completion and prompt", () => {
    const text = JSON.stringify(CONVERSATION);
    expect(readCells({ prompt: text, completion: text }, roles)).toEqual({
      prompt: CONVERSATION,
      completion: CONVERSATION,
    });
  });

  it("takes a list for completions only where the name of the field says so", () => {
    const text = '["\\\\boxed{42}", "41"]';
    expect(read("completion", text)).toBe(text);
    expect(read("generations", text, { completion: "generations" })).toEqual(["\\boxed{42}", "41"]);
    expect(read("generations", "[1, 2]", { completion: "generations" })).toBe("[1, 2]");
    expect(read("prompt", text)).toBe(text);
  });

  it("adds no field", () => expect(Object.keys(readCells({ id: "1" }, roles))).toEqual(["id"]));
});

it("withStructures shows the lists of a row", () => {
  expect(withStructures({ messages: JSON.stringify(CONVERSATION), id: "7" })).toEqual({
    messages: CONVERSATION,
    id: "7",
  });
});
