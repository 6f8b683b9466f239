import { expect, it } from "vitest";
import type { Prompt } from "../../../src/index.js";
import { isPrefilled } from "../../../src/text/index.js";

const user = { role: "user", content: "Answer in <think>" };

it.each<[string, Prompt | undefined, boolean]>([
  ["text that ends with the tag", "6 × 7?<think>", true],
  ["white space behind the tag", "6 × 7?<think>\n ", true],
  ["a closed thought", "6 × 7?<think>\n</think>", false],
  ["a tag within the text", "Use <think>, please", false],
  ["no text", "", false],
  ["no prompt", undefined, false],
  ["a question that ends with the tag", [user], false],
  ["the start of the model's message", [user, { role: "assistant", content: "<think>\n" }], true],
  ["its parts", [user, { role: "assistant", content: [{ type: "text", text: "<think>" }] }], true],
  ["a message without content", [{ role: "assistant", content: null }], false],
  ["no messages", [], false],
])("isPrefilled sees %s", (_case, prompt, expected) => {
  expect(isPrefilled("auto", prompt, "<think>")).toBe(expected);
  expect(isPrefilled(true, prompt, "<think>")).toBe(true);
  expect(isPrefilled(false, prompt, "<think>")).toBe(false);
});
