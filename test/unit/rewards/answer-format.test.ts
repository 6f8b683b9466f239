import { describe, expect, it } from "vitest";
import { answerFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("answer_format with a line for each tag", () => {
  it.each([
    ["the template", "<think>\nr\n</think>\n<answer>\n42\n</answer>"],
    ["many lines", "<think>\na\n\nb\n</think>\n<answer>\n4\n2\n</answer>"],
    ["empty lines", "<think>\n\n</think>\n<answer>\n\n</answer>"],
    ["line breaks at the end", "<think>\nr\n</think>\n<answer>\n42\n</answer>\n\n"],
    ["other tags inside", "<think>\n<b>r</b>\n</think>\n<answer>\n<x>42</x>\n</answer>"],
  ])("is 1 for %s", async (_case, completion) => {
    expect(await scoreOf(answerFormat(), completion)).toBe(1);
  });

  it.each([
    ["tags within lines", "<think>r</think>\n<answer>42</answer>"],
    ["a thought that begins behind its tag", "<think>r\n</think>\n<answer>\n42\n</answer>"],
    ["an answer that ends before its tag", "<think>\nr\n</think>\n<answer>\n42</answer>"],
    ["no line within a block", "<think>\n</think>\n<answer>\n42\n</answer>"],
    ["a blank line between the blocks", "<think>\nr\n</think>\n\n<answer>\n42\n</answer>"],
    ["no line break between the blocks", "<think>\nr\n</think><answer>\n42\n</answer>"],
    ["another separator between the blocks", "<think>\nr\n</think>\t<answer>\n42\n</answer>"],
    ["carriage returns", "<think>\r\nr\r\n</think>\r\n<answer>\r\n42\r\n</answer>"],
    ["a line break before the thought", "\n<think>\nr\n</think>\n<answer>\n42\n</answer>"],
    ["a space behind the answer", "<think>\nr\n</think>\n<answer>\n42\n</answer> "],
  ])("is 0 for %s", async (_case, completion) => {
    expect(await scoreOf(answerFormat(), completion)).toBe(0);
  });
});

describe("answer_format within lines", () => {
  const inline = answerFormat({ layout: "inline" });

  it.each([
    ["no white space", "<think>r</think><answer>42</answer>"],
    ["any white space around the blocks", " \n<think>r</think> \r\n\t<answer>42</answer>\n "],
    ["empty blocks", "<think></think><answer></answer>"],
    ["a line for each tag", "<think>\nr\n</think>\n<answer>\n42\n</answer>"],
  ])("is 1 for %s", async (_case, completion) => {
    expect(await scoreOf(inline, completion)).toBe(1);
  });

  it.each([
    ["text before", "so <think>r</think><answer>42</answer>"],
    ["text between", "<think>r</think> so <answer>42</answer>"],
    ["text behind", "<think>r</think><answer>42</answer> so"],
  ])("is 0 for %s", async (_case, completion) => {
    expect(await scoreOf(inline, completion)).toBe(0);
  });
});

describe("answer_format after a prompt that opens the thought", () => {
  it.each([
    ["lines", "r\n</think>\n<answer>\n42\n</answer>", 1],
    ["lines", "<think>\nr\n</think>\n<answer>\n42\n</answer>", 0],
    ["lines", "\n</think>\n<answer>\n42\n</answer>", 1],
    ["lines", "r</think>\n<answer>\n42\n</answer>", 0],
    ["inline", "r</think><answer>42</answer>", 1],
    ["inline", "<think>r</think><answer>42</answer>", 0],
  ] as const)("in layout %s, is for %j: %i", async (layout, completion, score) => {
    expect(await scoreOf(answerFormat({ layout, prefilled: true }), completion)).toBe(score);
  });
});
