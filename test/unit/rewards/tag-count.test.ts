import { expect, it } from "vitest";
import { tagCount } from "../../../src/index.js";
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

it("tag_count takes other tags", async () => {
  const reward = tagCount({ tags: ["[THINK]", "[/THINK]"] });
  expect(await scoreOf(reward, "[THINK]r[/THINK]42")).toBe(1);
  expect(await scoreOf(reward, "[THINK]r42")).toBe(0.5);
});

it.each([{ tags: [] }, { tags: [""] }, { tags: "<think>" }])("tag_count refuses %j", (options) => {
  expect(() => tagCount(options as never)).toThrow(expect.objectContaining({ code: "bad_options" }));
});
