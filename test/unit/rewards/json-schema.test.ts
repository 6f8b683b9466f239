import { describe, expect, it } from "vitest";
import { jsonSchema, type JsonSchemaOptions, type RewardFunction, scoreGroups } from "../../../src/index.js";

const SCHEMA = {
  type: "object",
  required: ["name", "age"],
  properties: { name: { type: "string" }, age: { type: "integer" }, "a/b": { type: "null" } },
  additionalProperties: false,
};

async function scoreOf(
  completion: string,
  options: JsonSchemaOptions,
  columns: object = {},
): Promise<unknown> {
  const reward = jsonSchema(options) as RewardFunction;
  const { rewards, verdicts } = await scoreGroups([{ columns, completions: [completion] }], reward);
  const verdict = verdicts.json_schema?.[0]?.[0];
  return (
    rewards[0]?.[0] ?? (verdict?.status === "undetermined" ? `${verdict.fault}:${verdict.reason}` : null)
  );
}

it.each([
  ['{"name":"Ada","age":36}', 1, 1],
  ['{"name":"Ada","age":"36"}', 0, 0.5],
  ['{"name":"Ada"}', 0, 0.5],
  ['{"name":"Ada","age":36,"x":1}', 0, 2 / 3],
  ['{"name":"Ada","age":36,"a/b":1}', 0, 2 / 3],
  ["{}", 0, 0],
  ["[]", 0, 0],
  ["no JSON", 0, 0],
])("json_schema of %j is %d, and %d by fields", async (completion, binary, fraction) => {
  expect(await scoreOf(completion, { schema: SCHEMA })).toBe(binary);
  expect(await scoreOf(completion, { schema: SCHEMA, scoring: "fraction" })).toBeCloseTo(fraction, 12);
  expect(await scoreOf(completion, {}, { schema: JSON.stringify(SCHEMA) })).toBe(binary);
});

describe("json_schema without a schema", () => {
  it.each([undefined, null, ""])("in the column, which is %j, has no opinion", async (schema) => {
    expect(await scoreOf("{}", {}, { schema })).toBe("reference:no_schema");
  });

  it.each([
    "no JSON",
    { type: "nonsense" },
    { $ref: "http://else/" },
    { $ref: "#" },
    { pattern: "(?=a)" },
    3,
  ])("but with %j in its place has no opinion", async (schema) => {
    expect(await scoreOf("{}", {}, { schema })).toBe("reference:bad_schema");
  });

  it("in the option is refused", () => {
    expect(() => jsonSchema({ schema: { pattern: "(a)\\1" } })).toThrow(
      expect.objectContaining({ code: "bad_options" }),
    );
  });
});

it("keeps patterns apart", async () => {
  const schema = { properties: { a: { pattern: "^\\d+$" }, b: { pattern: "^\\u00e9$" } } };
  expect(await scoreOf('{"a":"1","b":"é"}', { schema })).toBe(1);
  expect(await scoreOf('{"a":"1","b":"1"}', { schema })).toBe(0);
  expect(await scoreOf('{"a":"é","b":"é"}', { schema })).toBe(0);
});

it("knows no schema by the name of another row's", async () => {
  const named = {
    $id: "https://x/a",
    $defs: { n: { $id: "https://x/n", type: "integer" } },
    $ref: "#/$defs/n",
  };
  const reward = jsonSchema();
  const scoreBy = async (schema: object): Promise<unknown> =>
    (await scoreGroups([{ columns: { schema }, completions: ["1"] }], reward)).rewards[0]?.[0];
  expect(await scoreBy(named)).toBe(1);
  expect(await scoreBy({ ...named, title: "again" })).toBe(1);
  expect(await scoreBy({ $ref: "https://x/n" })).toBeNull();
});

it("judges by hundreds of schemas", async () => {
  const groups = Array.from({ length: 700 }, (_, i) => ({
    columns: { schema: { type: "object", properties: { [`p${i}`]: { type: "integer" } } } },
    completions: [`{"p${i}":1}`, `{"p${i}":"1"}`],
  }));
  const { rewards } = await scoreGroups(groups, jsonSchema());
  expect(rewards.every(([right, wrong]) => right === 1 && wrong === 0)).toBe(true);
});
