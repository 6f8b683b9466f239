import { describe, expect, it } from "vitest";
import { scoreGroups, thinkFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("think_format", () => {
  it.each([
    ["a thought and an answer", "<think>a</think>b", 1],
    ["a thought over lines", "<think>\na\n</think>\nb", 1],
    ["a thought only", "<think>a</think>", 1],
    ["a thought of nothing", "<think></think>b", 0],
    ["a thought of white space", "<think>\n\u200b\n</think>b", 0],
    ["a second closing tag", "<think>a</think>b</think>c", 1],
    ["a thought that is not closed", "<think>a", 0],
    ["a second opening tag in the thought", "<think>a<think>b</think>", 0],
    ["a second opening tag behind the thought", "<think>a</think> <think>", 0],
    ["no opening tag", "a</think>b", 0],
    ["text before the thought", " <think>a</think>", 0],
    ["nothing", "", 0],
  ])("of %s", async (_case, completion, score) => {
    expect(await scoreOf(thinkFormat(), completion)).toBe(score);
  });
});

describe("think_format after a prompt that opens the thought", () => {
  it.each([
    ["the rest of a thought", "a</think>b", 1],
    ["an empty thought", "</think>b", 0],
    ["a second opening tag", "<think>a</think>b", 0],
    ["a thought that is not closed", "a", 0],
  ])("of %s", async (_case, completion, score) => {
    expect(await scoreOf(thinkFormat({ prefilled: true }), completion)).toBe(score);
  });
});

describe("think_format", () => {
  it("pays an empty thought that needs no content", async () => {
    expect(await scoreOf(thinkFormat({ requireContent: false }), "<think></think>b")).toBe(1);
  });

  it("sees in the prompt whether the thought is open", async () => {
    const groups = [
      { columns: {}, prompt: "6 × 7?<think>", completions: ["a</think>b", "<think>a</think>b", "b"] },
    ];
    expect((await scoreGroups(groups, thinkFormat())).rewards).toEqual([[1, 0, 0]]);
  });
});
