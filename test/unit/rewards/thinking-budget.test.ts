import { describe, expect, it } from "vitest";
import { thinkingBudget } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const thought = (length: number): string => `<think>${"x".repeat(length)}</think>42`;
const tokens = (...tokenIds: number[]): { text: string; tokenIds: number[] } => ({
  text: thought(9),
  tokenIds,
});

describe("thinking_budget", () => {
  it("is 1 up to the budget, else 0", async () => {
    expect(await scoresOf(thinkingBudget({ budget: 10 }), [1, 10, 11, 1000].map(thought))).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it("falls in a straight line within the margin", async () => {
    const reward = thinkingBudget({ budget: 10, margin: 4 });
    expect(await scoresOf(reward, [10, 11, 12, 14, 99].map(thought))).toEqual([1, 0.75, 0.5, 0, 0]);
  });

  it("asks for some thinking", async () => {
    expect(await scoresOf(thinkingBudget({ minLength: 3 }), [2, 3].map(thought))).toEqual([0, 1]);
  });

  it("counts all that stands before the answer, in code points", async () => {
    const reward = thinkingBudget({ budget: 4 });
    expect(await scoreOf(reward, "r😀😀r</think>42")).toBe(1);
    expect(await scoreOf(reward, " <think>\nr😀😀r\n</think>42 and so on")).toBe(1);
    expect(await scoreOf(reward, "so far <think>r</think>42")).toBe(0);
    expect(await scoreOf(reward, "<think>r</think>long<think>r</think>42")).toBe(0);
  });

  it("counts the tokens before the end of the thinking", async () => {
    const reward = thinkingBudget({ unit: "tokens", budget: 2, endOfThinking: 7 });
    expect(await scoresOf(reward, [tokens(1, 1, 7, 1, 1), tokens(1, 1, 1, 7), tokens(1, 7, 1, 7)])).toEqual([
      1, 0, 0,
    ]);
    expect(await scoreOf(reward, tokens(1, 1))).toBe(0);
  });

  it.each([
    ["qwen3", 151_668],
    ["deepseek-r1", 128_799],
    ["deepseek-r1-distill-qwen", 151_649],
  ] as const)("knows the token of %s", async (preset, end) => {
    const reward = thinkingBudget({ preset, budget: 2 });
    expect(await scoresOf(reward, [tokens(1, 2, end, 3), tokens(1, 2, 3, end)])).toEqual([1, 0]);
  });

  it("needs token ids to count tokens", async () => {
    const reward = thinkingBudget({ unit: "tokens" });
    await expect(scoreOf(reward, thought(1))).rejects.toMatchObject({ code: "missing_column" });
  });
});
