import { describe, expect, it } from "vitest";
import { answerFormat, tagCount, thinkFormat } from "../../src/index.js";
import { scoreOf } from "../unit/rewards/scoring.js";

const GOOD = "<think>\nr\n</think>\n<answer>\n42\n</answer>";

const AGAINST_ANSWER_FORMAT: readonly (readonly [trick: string, completion: string])[] = [
  ["nothing", ""],
  ["text before the template", `Sure!\n${GOOD}`],
  ["a space before the template", ` ${GOOD}`],
  ["a byte order mark before the template", `\ufeff${GOOD}`],
  ["text after the answer", `${GOOD}junk`],
  ["text on the lines after the answer", `${GOOD}\njunk`],
  ["text after a carriage return", `${GOOD}\rjunk`],
  ["text after a line separator", `${GOOD}\u2028junk`],
  ["a space after the answer", `${GOOD} `],
  ["text between the blocks", "<think>\nr\n</think>\nso\n<answer>\n42\n</answer>"],
  ["a space between the blocks", "<think>\nr\n</think> <answer>\n42\n</answer>"],
  ["the template twice", `${GOOD}\n${GOOD}`],
  ["two thoughts", "<think>\na\n</think>\n<think>\nb\n</think>\n<answer>\n42\n</answer>"],
  ["two answers", `${GOOD}\n<answer>\n43\n</answer>`],
  ["an answer in the thinking", "<think>\n<answer>\n42\n</answer>\n</think>\n<answer>\n42\n</answer>"],
  ["a nested thought", "<think>\n<think>\nr\n</think>\n</think>\n<answer>\n42\n</answer>"],
  ["many opening tags", `${"<think>\n".repeat(50)}r\n</think>\n<answer>\n42\n</answer>`],
  ["many closing tags", `<think>\nr\n</think>\n<answer>\n42${"\n</answer>".repeat(50)}`],
  ["the blocks in the wrong order", "<answer>\n42\n</answer>\n<think>\nr\n</think>"],
  ["crossed tags", "<think>\nr\n<answer>\n</think>\n42\n</answer>"],
  ["no thought", "<answer>\n42\n</answer>"],
  ["no answer", "<think>\nr\n</think>"],
  ["an answer that is never closed", "<think>\nr\n</think>\n<answer>\n42"],
  ["tags only", "<think></think><answer></answer>"],
  ["upper-case tags", GOOD.toUpperCase()],
  ["tags with a space", "<think >\nr\n</think >\n<answer >\n42\n</answer >"],
  ["full-width tags", GOOD.replaceAll("<", "＜").replaceAll(">", "＞")],
  ["escaped tags", GOOD.replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
  ["tags split by a zero-width space", GOOD.replaceAll("think", "thi\u200bnk")],
];

describe("answer_format gives nothing for", () => {
  it.each(AGAINST_ANSWER_FORMAT)("%s", async (_trick, completion) => {
    expect(await scoreOf(answerFormat(), completion)).toBe(0);
  });

  it("any of these tricks in the inline layout, white space aside", async () => {
    const spacing = /space|byte order mark|tags only/;
    const tricks = AGAINST_ANSWER_FORMAT.filter(([trick]) => !spacing.test(trick));
    expect(tricks.length).toBeGreaterThan(20);
    for (const [trick, completion] of tricks) {
      expect(await scoreOf(answerFormat({ layout: "inline" }), completion), trick).toBe(0);
    }
  });

  it("a thought that the completion opens again although the prompt opened it", async () => {
    expect(await scoreOf(answerFormat({ prefilled: true }), GOOD)).toBe(0);
  });
});

describe("tag_count gives no more than a quarter for each tag", () => {
  it.each([
    ["one tag, often", "<think>\n".repeat(100), 0],
    ["all tags, twice", `${GOOD}\n${GOOD}`, 0],
    ["tags without their lines", "<think>r</think><answer>42</answer>", 0],
    ["upper-case tags", GOOD.toUpperCase(), 0],
    ["a second answer", `${GOOD}\n<answer>\n43\n</answer>`, 0.5],
    ["the whole template", GOOD, 1],
  ])("%s", async (_trick, completion, score) => {
    expect(await scoreOf(tagCount(), completion)).toBe(score);
  });
});

describe("think_format gives nothing for", () => {
  it.each([
    ["nothing", ""],
    ["text before the thought", "Sure! <think>a</think>b"],
    ["a line before the thought", "\n<think>a</think>b"],
    ["a byte order mark before the thought", "\ufeff<think>a</think>b"],
    ["a thought that is never closed", "<think>a"],
    ["a second thought", "<think>a</think>b<think>c</think>"],
    ["a second thought that is never closed", "<think>a</think>b<think>"],
    ["a nested thought", "<think>a<think>b</think></think>"],
    ["a thought closed before it is opened", "</think><think>"],
    ["an upper-case thought", "<THINK>a</THINK>b"],
    ["a full-width thought", "＜think＞a＜/think＞b"],
    ["a thought with an attribute", '<think mode="deep">a</think>b'],
    ["a thought split over lines", "<thi\nnk>a</think>b"],
  ])("%s", async (_trick, completion) => {
    expect(await scoreOf(thinkFormat(), completion)).toBe(0);
  });
});
