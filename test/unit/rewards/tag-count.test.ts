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
