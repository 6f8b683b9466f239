import { expect, it } from "vitest";
import { jsonMatch, type JsonMatchOptions, type RewardFunction, scoreGroups } from "../../../src/index.js";

const SOLUTION = { name: "Ada", born: { year: 1815, place: "London" }, tags: ["x", "y"] };

async function scoreOf(
  completion: string,
  options: JsonMatchOptions,
  solution: unknown = SOLUTION,
): Promise<unknown> {
  const reward = jsonMatch(options) as RewardFunction;
  return (await scoreGroups([{ columns: { solution }, completions: [completion] }], reward)).rewards[0]?.[0];
}

it.each<[string, JsonMatchOptions, number]>([
  [JSON.stringify(SOLUTION), {}, 1],
  ['{"tags":["x","y"],"born":{"place":"London","year":1815.0},"name":"Ada"}', {}, 1],
  ['{"name":"Ada"}', {}, 2 / 6],
  ['{"name":"Ada"}', { metric: "precision" }, 1],
  ['{"name":"Ada"}', { metric: "recall" }, 1 / 5],
  ['{"name":"Ada"}', { metric: "exact" }, 0],
  [JSON.stringify(SOLUTION), { metric: "exact" }, 1],
  ['{"name":" ADA"}', {}, 0],
  ['{"name":" ＡDA"}', { strings: "normalized", metric: "precision" }, 1],
  ['{"tags":["y","x"]}', {}, 0],
  ['{"tags":["y","x"]}', { lists: "unordered", metric: "precision" }, 1],
  ['{"tags":["y","y"]}', { lists: "unordered", metric: "precision" }, 0.5],
  ['{"born":{"year":1815}}', { metric: "precision" }, 1],
  ["[]", {}, 0],
])("json_match of %j with %j", async (completion, options, score) => {
  expect(await scoreOf(completion, options)).toBeCloseTo(score, 12);
});

it.each([
  ["{}", {}, 1],
  ["[]", {}, 0],
  ['[{"a":1,"b":2},{"a":3}]', '[{"a":3},{"a":1,"b":2}]', 1],
  ['[{"a":1,"b":2},{"a":3}]', '[{"a":3},{"a":1,"b":5}]', 2 / 3],
])("json_match of %j in any order against %j", async (completion, solution, score) => {
  expect(await scoreOf(completion, { lists: "unordered" }, solution)).toBeCloseTo(score, 12);
});

it.each([null, 3, "no JSON", "3"])("json_match has no opinion where the solution is %j", async (solution) => {
  expect(await scoreOf("{}", {}, solution)).toBeNull();
});
