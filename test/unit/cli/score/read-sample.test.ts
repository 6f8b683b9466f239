import { describe, expect, it } from "vitest";
import { readSample } from "../../../../src/cli/score/read-sample.js";
import type { FieldMap } from "../../../../src/cli/score/settings.js";

const fields = (changes: Partial<FieldMap> = {}): FieldMap => ({
  completion: "completion",
  prompt: null,
  columns: { solution: "answer" },
  required: ["solution"],
  referenceMark: null,
  ...changes,
});

const user = { role: "user", content: "6 × 7?" };
const assistant = { role: "assistant", content: "42" };

describe("readSample", () => {
  it("reads a text, with the columns by their fields", () => {
    expect(readSample({ completion: "42", answer: 42 }, fields())).toEqual({
      completions: ["42"],
      isList: false,
      prompt: "",
      columns: { solution: 42 },
    });
  });

  it.each<[string, unknown, unknown]>([
    ["texts", ["a", "b"], { completions: ["a", "b"], isList: true }],
    ["nothing", [], { completions: [], isList: true }],
    ["conversations", [[assistant], [assistant]], { completions: [[assistant], [assistant]], isList: true }],
    [
      "a whole conversation",
      [user, assistant, user, assistant],
      { completions: [[assistant]], isList: false, prompt: [user, assistant, user] },
    ],
    [
      "a conversation of OpenThoughts",
      [
        { from: "human", value: "6 × 7?" },
        { from: "gpt", value: "42" },
      ],
      { completions: [[assistant]], isList: false, prompt: [user] },
    ],
  ])("reads a list of %s", (_title, completion, expected) => {
    expect(readSample({ completion, answer: "42" }, fields())).toMatchObject(expected as object);
  });

  it("takes every turn for sampled where the prompt stands elsewhere", () => {
    const row = { completion: [assistant, user, assistant], prompt: [user], answer: "42" };
    expect(readSample(row, fields({ prompt: "prompt" }))).toMatchObject({
      completions: [[assistant, user, assistant]],
      prompt: [user],
    });
  });

  it("reads the end of a path, and a reference behind a mark", () => {
    const row = { choices: [{ message: { content: "x" } }], answer: "It is #### 41.\n#### 42 " };
    expect(
      readSample(row, fields({ completion: "choices.0.message.content", referenceMark: "####" })),
    ).toMatchObject({ completions: ["x"], columns: { solution: "42" } });
  });

  it.each<[string, object]>([
    ['there is no field "completion"', { answer: "1" }],
    ['there is no field "answer"', { completion: "1" }],
    ['the field "completion" holds neither a text nor a list', { completion: null, answer: "1" }],
    ['the field "completion" holds neither a text nor a list', { completion: { toString: 1 }, answer: "1" }],
    ["holds a message that has no text", { completion: [{ role: "user", content: 7 }], answer: "1" }],
    ["holds a message that has no text", { completion: [{ role: 1, content: "" }], answer: "1" }],
    [
      "holds a message that has no text",
      { completion: [{ role: "a", content: [{ type: "text", text: {} }] }], answer: "1" },
    ],
    ["holds a message that has no text", { completion: [{ role: "a", content: [null] }], answer: "1" }],
    ["holds a list of other things than texts or conversations", { completion: ["a", null], answer: "1" }],
    ["holds a list of other things than texts or conversations", { completion: [["a"]], answer: "1" }],
    ['the field "prompt" holds no prompt', { prompt: 7, completion: "a", answer: "1" }],
  ])("says that %s", (problem, row) => {
    expect(readSample(row as Record<string, unknown>, fields({ prompt: "prompt" }))).toContain(problem);
  });
});
