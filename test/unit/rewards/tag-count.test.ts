import { describe, expect, it } from "vitest";
import { scoreGroups, tagCount } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

it.each([
  ["the template", "<think>\nr\n</think>\n<answer>\n42\n</answer>", 1],
  ["no closing tag", "<think>\nr\n</think>\n<answer>\n42", 0.75],
  ["a thought only", "<think>\nr\n</think>\n", 0.5],
  ["an opening tag only", "<think>\n", 0.25],
  ["nothing", "", 0],
  ["no line breaks", "<think>r</think><answer>42</answer>", 0],
  ["one tag twice", "<think>\n<think>\nr\n</think>\n<answer>\n42\n</answer>", 0.75],
  ["a line break that two tags share", "<think>\nr\n</think>\n<answer>\n\n</answer>", 1],
])("tag_count of %s", async (_case, completion, score) => {
  expect(await scoreOf(tagCount(), completion)).toBe(score);
});

it.each([
  ["every tag, in another order", "\n<answer>\n42\n</answer>\n<think>\nr\n</think>\n", 0.75],
  ["two tags, in another order", "\n<answer>\n42\n<think>\n", 0.5],
  ["an example of the template", "```\n<think>\nr\n</think>\n<answer>\n42\n</answer>\n```", 0],
])("tag_count of %s", async (_case, completion, score) => {
  expect(await scoreOf(tagCount(), completion)).toBe(score);
});

describe("behind a prompt that has opened the thinking, tag_count of", () => {
  it.each([
    ["the rest of the template", "r\n</think>\n<answer>\n42\n</answer>", 1],
    ["the whole template", "<think>\nr\n</think>\n<answer>\n42\n</answer>", 0.75],
    ["a thought", "r\n</think>\n", 0.5],
    ["tags without a text", "\n</think>\n\n<answer>\n\n</answer>", 0],
    ["nothing", "", 0],
    ["no tag", "42", 0],
  ])("%s", async (_case, completion, score) => {
    for (const [prompt, options] of [
      ["6 × 7?<think>\n", {}],
      [[{ role: "assistant", content: "<think>" }], {}],
      ["6 × 7?", { prefilled: true }],
    ] as const) {
      const { rewards } = await scoreGroups([{ prompt, completions: [completion] }], tagCount(options));
      expect(rewards).toEqual([[score]]);
    }
  });

  it("what it writes itself, if it is told so", async () => {
    const groups = [{ prompt: "<think>", completions: ["r\n</think>\n<answer>\n42\n</answer>"] }];
    expect((await scoreGroups(groups, tagCount({ prefilled: false }))).rewards).toEqual([[0.75]]);
  });

  it("tags of its own", async () => {
    const groups = [{ prompt: "[THINK]", completions: ["r[/THINK]42", "r"] }];
    const reward = tagCount({ tags: ["[THINK]", "[/THINK]"] });
    expect((await scoreGroups(groups, reward)).rewards).toEqual([[1, 0]]);
  });
});

it("tag_count takes other tags", async () => {
  const reward = tagCount({ tags: ["[THINK]", "[/THINK]"] });
  expect(await scoreOf(reward, "[THINK]r[/THINK]42")).toBe(1);
  expect(await scoreOf(reward, "[THINK]r42")).toBe(0.5);
});

it.each([{ tags: [] }, { tags: [""] }, { tags: "<think>" }])("tag_count refuses %j", (options) => {
  expect(() => tagCount(options as never)).toThrow(expect.objectContaining({ code: "bad_options" }));
});
