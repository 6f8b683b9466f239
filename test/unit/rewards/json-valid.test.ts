import { expect, it } from "vitest";
import { jsonValid, type JsonValidOptions } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

it.each<[string, JsonValidOptions, number]>([
  ['{"a":1}', {}, 1],
  ["[]", {}, 1],
  ["1", {}, 0],
  ["1", { root: "any" }, 1],
  ["null", { root: "any" }, 1],
  ["[]", { root: "object" }, 0],
  ["{}", { root: "list" }, 0],
  ["x ```json\n{}\n``` y", {}, 1],
  ["x ```json\n{}\n``` y", { place: "whole" }, 0],
  ["<out>{}</out>", { place: "tags", tag: "out" }, 1],
])("json_valid of %j with %j", async (completion, options, score) => {
  expect(await scoreOf(jsonValid(options), completion)).toBe(score);
});
