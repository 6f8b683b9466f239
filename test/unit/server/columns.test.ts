import { describe, expect, it } from "vitest";
import { RewardError } from "../../../src/core/index.js";
import { toBatch } from "../../../src/server/columns.js";

describe("toBatch", () => {
  it("reads plain and indexed columns alike", () => {
    const completions = ["a", "b", "c"];
    const plain = toBatch({ completions, columns: { solution: ["1", "1", "2"] } });
    const indexed = toBatch({ completions, columns: { solution: { values: ["1", "2"], index: [0, 0, 1] } } });
    expect(indexed).toEqual(plain);
    expect(plain.rollouts[2]).toEqual({ task: { columns: { solution: "2" } }, completion: { text: "c" } });
  });

  it("keeps the token count with the completion and the prompt with the task, and neither among the columns", () => {
    const { rollouts } = toBatch({ completions: ["a"], columns: { n_tokens: [3], prompt: ["why?"] } });
    expect(rollouts).toEqual([
      { task: { columns: {}, prompt: "why?" }, completion: { text: "a", tokenCount: 3 } },
    ]);
  });

  it("keeps what is known of the completion with it", () => {
    const messages = [{ role: "assistant", content: "a" }];
    const { rollouts } = toBatch({
      completions: [messages],
      columns: { token_ids: [[5, 6]], truncated: [true] },
    });
    expect(rollouts[0]).toEqual({
      task: { columns: {} },
      completion: { text: "a", messages, tokenIds: [5, 6], truncated: true },
    });
  });

  it.each([
    ["token_ids", [1, -1]],
    ["token_ids", "12"],
    ["truncated", 1],
    ["prompt", 3],
  ])("refuses the %s %j", (name, value) => {
    expect(() => toBatch({ completions: ["a"], columns: { [name]: [value] } })).toThrow(
      expect.objectContaining({ code: "bad_input" }),
    );
  });

  it("groups rows by id, wherever they stand; without ids each row is a group", () => {
    const completions = ["a", "b", "c"];
    expect(toBatch({ completions, groups: ["x", 1, "x"] }).groups).toEqual([[0, 2], [1]]);
    expect(toBatch({ completions }).groups).toEqual([[0], [1], [2]]);
  });

  it("a column may bear the name of a property of every object", () => {
    const { rollouts } = toBatch({ completions: ["a"], columns: { constructor: ["x"], __proto__: ["y"] } });
    expect(rollouts[0]?.task.columns).toHaveProperty("constructor", "x");
  });

  it.each([NaN, 1.5, -1, "3", null])("refuses the token count %s", (count) => {
    expect(() => toBatch({ completions: ["a"], columns: { n_tokens: [count] } })).toThrow(RewardError);
  });
});
