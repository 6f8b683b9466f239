import { describe, expect, it } from "vitest";
import { answerFormat, type Prompt, scoreGroups } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

describe("answer_format with a line for each tag", () => {
  it.each([
    ["the template", "<think>\nr\n</think>\n<answer>\n42\n</answer>"],
    ["many lines", "<think>\na\n\nb\n</think>\n<answer>\n4\n2\n</answer>"],
    ["line breaks at the end", "<think>\nr\n</think>\n<answer>\n42\n</answer>\n\n"],
    ["other tags inside", "<think>\n<b>r</b>\n</think>\n<answer>\n<x>42</x>\n</answer>"],
  ])("is 1 for %s", async (_case, completion) => {
    expect(await scoreOf(answerFormat(), completion)).toBe(1);
  });

  it.each([
    ["empty lines", "<think>\n\n</think>\n<answer>\n\n</answer>"],
    ["a thought of white space", "<think>\n \t\n</think>\n<answer>\n42\n</answer>"],
    ["an answer of zero width", "<think>\nr\n</think>\n<answer>\n\u200b\u2060\n</answer>"],
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
    ["lines", "\nr\n</think>\n<answer>\n42\n</answer>", 1],
    ["lines", "\n</think>\n<answer>\n42\n</answer>", 0],
    ["lines", "r</think>\n<answer>\n42\n</answer>", 0],
    ["inline", "r</think><answer>42</answer>", 1],
    ["inline", "<think>r</think><answer>42</answer>", 0],
  ] as const)("in layout %s, is for %j: %i", async (layout, completion, score) => {
    expect(await scoreOf(answerFormat({ layout, prefilled: true }), completion)).toBe(score);
  });
});

/** One completion a row, and what each layout makes of it. */
const LAYOUTS = ["tight", "line-break", "soft", "anywhere"] as const;
const IN_LAYOUTS: readonly (readonly [completion: string, ...scores: [number, number, number, number]])[] = [
  ["<think>r</think>\n<answer>42</answer>", 1, 1, 1, 1],
  ["<think>r</think><answer>42</answer>", 1, 0, 1, 1],
  ["<think>r</think>\n<answer>42</answer>\n", 0, 1, 1, 1],
  ["<think>r</think>\n<answer>42</answer>\n\n", 0, 0, 1, 1],
  ["<think>r</think>\u001c\u0085<answer>42</answer>", 1, 0, 1, 1],
  ["<think>r</think>\ufeff<answer>42</answer>", 0, 0, 0, 1],
  ["Sure! <think>r</think> <answer>42</answer> Bye.", 0, 0, 1, 1],
  ["r</think> <answer>42</answer>", 0, 0, 1, 0.75],
  ["<answer>42</answer><think>r</think>", 0, 0, 0, 1],
  ["<think>r</think> so <answer>42</answer>", 0, 0, 0, 1],
  ["<think>a</think> so </think> <answer>42</answer>", 0, 0, 1, 1],
  ["<think>r</think>", 0, 0, 0, 0.25],
  ["<think></think><answer>42</answer>", 0, 0, 0, 0.75],
  ["```\n<think>r</think><answer>42</answer>\n```", 0, 0, 0, 0],
  ["<think>\n```\nr\n```\n</think><answer>42</answer>", 1, 0, 1, 1],
];

describe.each(LAYOUTS)("answer_format in the layout %s", (layout) => {
  it.each(IN_LAYOUTS.map(([text, ...scores]) => [text, scores[LAYOUTS.indexOf(layout)]] as const))(
    "of %j: %d",
    async (completion, score) => {
      expect(await scoreOf(answerFormat({ layout }), completion)).toBe(score);
    },
  );
});

describe("answer_format in the layout react", () => {
  it.each([
    ["<think>r</think>\nAction: search\nAction Input: {}", 1],
    ["<think>r</think>Action: search Action Input: a\nb", 1],
    ["<think>r</think>\nAction: search", 0],
    ["<think>r</think>\nAction Input: {}", 0],
    ["<think>r</think>\nso Action: search\nAction Input: {}", 0],
    ["<think>r</think>\nAction: search\nAction Input: ", 0],
    ["<think>r</think>\nAction:\nAction Input: {}", 0],
    ["<think></think>\nAction: search\nAction Input: {}", 0],
    ["so <think>r</think>\nAction: search\nAction Input: {}", 0],
    ["<think>r<think></think>\nAction: search\nAction Input: {}", 0],
  ])("of %j: %i", async (completion, score) => {
    expect(await scoreOf(answerFormat({ layout: "react" }), completion)).toBe(score);
  });
});

describe("answer_format", () => {
  it("takes the names of the tags", async () => {
    const named = answerFormat({ thinkTag: "reasoning", answerTag: "result" });
    expect(await scoreOf(named, "<reasoning>\nr\n</reasoning>\n<result>\n42\n</result>")).toBe(1);
    expect(await scoreOf(named, "<think>\nr\n</think>\n<answer>\n42\n</answer>")).toBe(0);
  });

  it("takes the weights of the blocks", async () => {
    const weighted = answerFormat({ layout: "anywhere", thinkWeight: 2, answerWeight: 1 });
    const completions = ["<think>r</think>", "<answer>42</answer>", "<think>r</think><answer>42</answer>"];
    expect(await scoresOf(weighted, completions)).toEqual([2, 1, 3]);
  });

  it("pays empty blocks where they need no content", async () => {
    const reward = answerFormat({ layout: "inline", requireContent: false });
    expect(await scoreOf(reward, "<think></think><answer></answer>")).toBe(1);
  });

  it("sees in the prompt whether the thinking is open", async () => {
    const completions = [
      "r\n</think>\n<answer>\n42\n</answer>",
      "<think>\nr\n</think>\n<answer>\n42\n</answer>",
    ];
    const scoresAfter = async (prompt: Prompt): Promise<unknown> =>
      (await scoreGroups([{ columns: {}, prompt, completions }], answerFormat())).rewards[0];
    expect(await scoresAfter("6 × 7?<｜Assistant｜><think>\n")).toEqual([1, 0]);
    expect(await scoresAfter("Think in <think> and </think>. 6 × 7?")).toEqual([0, 1]);
  });

  it.each([
    { layout: "free" },
    { thinkTag: "a b" },
    { thinkTag: "" },
    { thinkWeight: -1 },
    { prefilled: "yes" },
  ])("refuses %j", (options) => {
    expect(() => answerFormat(options as never)).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
