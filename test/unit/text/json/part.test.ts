import { expect, it } from "vitest";
import { jsonPart, type JsonPlace } from "../../../../src/text/index.js";

it.each<[string, JsonPlace, string | null]>([
  ["<think>[0]</think> [1] ", "auto", "[1]"],
  ["so: <answer>[1]</answer>", "auto", "[1]"],
  ["<answer>```json\n[1]\n```</answer>", "auto", "[1]"],
  ["a\n```json\n[1]\n```\nb\n```\n[2]\n```\nc", "auto", "[2]"],
  ['{"a":"```x```"}', "auto", '{"a":"```x```"}'],
  ['{"a":"<answer>1</answer>"}', "auto", '{"a":"<answer>1</answer>"}'],
  ["so: [1]", "auto", "so: [1]"],
  ["```json\n[1]", "auto", "```json\n[1]"],
  ["```a\n1\n``` x ```", "fence", null],
  ["```[1]```", "fence", "[1]"],
  ["``````", "fence", ""],
  ["[1]", "fence", null],
  ["[1]", "tags", null],
  ["<answer>[1]</answer>", "whole", "<answer>[1]</answer>"],
  ["<think>[1]", "whole", null],
])("the JSON of %j by %s is %j", (completion, place, part) => {
  expect(jsonPart(completion, place)).toBe(part);
});
