import { describe, expect, it } from "vitest";
import { columnValue, type Rollout } from "../../../src/core/index.js";

const rollout: Rollout<{ solution: string; prompt: string }> = {
  task: { prompt: "6 × 7?", columns: { solution: "42", prompt: "a column of this name" } },
  completion: { text: "42", tokenCount: 3 },
};

describe("columnValue", () => {
  it("reads the task's columns", () => {
    expect(columnValue(rollout, "solution")).toBe("42");
  });

  it("reads the prompt and the token count from their own places", () => {
    expect(columnValue(rollout, "prompt")).toBe("6 × 7?");
    expect(columnValue(rollout, "n_tokens")).toBe(3);
  });

  it("is undefined for a column that is not there", () => {
    const bare: Rollout = { task: { columns: {} }, completion: { text: "" } };
    expect(["solution", "prompt", "n_tokens"].map((name) => columnValue(bare, name))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("keeps null apart from missing", () => {
    const task = { columns: { solution: null } };
    expect(columnValue({ task, completion: { text: "" } }, "solution")).toBeNull();
  });
});
