import { expect, it } from "vitest";
import { removeThinkingSection } from "../../../src/text/index.js";

it.each([
  ["<think>r</think>\n<answer>42</answer>", "42"],
  ["<|assistant|> 42", "42"],
  ["<think>r", "<think>r"],
])("takes the thinking and the tags off %j: %j", (text, expected) => {
  expect(removeThinkingSection(text)).toBe(expected);
});
