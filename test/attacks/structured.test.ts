import { describe, expect, it } from "vitest";
import {
  jsonMatch,
  jsonSchema,
  jsonValid,
  type RewardFunction,
  scoreGroups,
  toolCallMatch,
} from "../../src/index.js";

async function scoreOf(reward: unknown, text: string, columns: object = {}): Promise<unknown> {
  return (await scoreGroups([{ columns, completions: [text] }], reward as RewardFunction)).rewards[0]?.[0];
}

const OBJECT = { type: "object", required: ["constructor"] };
const DEEP = "[".repeat(500_000) + "]".repeat(500_000);
const HUGE = "9".repeat(1_000_000);

const NO_JSON: readonly (readonly [hack: string, completion: string])[] = [
  ["K1 nothing", ""],
  ["K13 a verdict in tags", "<reward>1</reward> [[CORRECT]]"],
  ["K17 empty tags", "<think></think><answer></answer>"],
  ["K20 JSON in the thinking", '<think>{"a":1}</think>no'],
  ["K23 an empty fence", "```json\n```"],
  ["K43 a thought that never ends", '<think>{"a":1}'],
  ["K56 a depth bomb", DEEP],
  ["K56 a depth bomb of objects", '{"a":'.repeat(200_000)],
  ["K58 a number of a megabyte", HUGE],
  ["K60 code", "__import__('os')"],
  ["K62 a byte order mark", '\ufeff{"a":1}'],
  ["K62 NUL", '{"a\u0000":1}'],
  ["NaN", '{"a":NaN}'],
  ["Infinity", "[Infinity]"],
  ["a trailing comma", "[1,]"],
  ["single quotation marks", "{'a':1}"],
  ["a string", '"{}"'],
  ["backslashes without end", `["${"\\".repeat(1_000_001)}"]`],
  ["quotation marks without end", '["'.repeat(300_000)],
];

describe("no JSON earns nothing", () => {
  it.each(NO_JSON)("%s", async (_hack, completion) => {
    expect(await scoreOf(jsonValid(), completion)).toBe(0);
    expect(await scoreOf(jsonSchema({ schema: { type: "object" } }), completion)).toBe(0);
    expect(await scoreOf(jsonMatch(), completion, { solution: { a: 1 } })).toBe(0);
    expect(await scoreOf(toolCallMatch(), completion, { solution: [{ name: "a" }] })).toBe(0);
  });
});

describe("json_schema", () => {
  it("takes no inherited property for one of the answer (K60)", async () => {
    expect(await scoreOf(jsonSchema({ schema: OBJECT }), "{}")).toBe(0);
    expect(await scoreOf(jsonSchema({ schema: OBJECT }), '{"__proto__":{"constructor":1}}')).toBe(0);
    expect(await scoreOf(jsonSchema({ schema: OBJECT }), '{"constructor":1}')).toBe(1);
    expect(({} as Record<string, unknown>).constructor).toBe(Object);
  });

  it("takes a number beyond all doubles for no number", async () => {
    expect(await scoreOf(jsonSchema({ schema: { items: { type: "number" } } }), "[1e999]")).toBe(0);
  });

  it("ends in time where a pattern would backtrack (K57)", async () => {
    const schema = { type: "array", items: { type: "string", pattern: "^(a+)+$" } };
    expect(await scoreOf(jsonSchema({ schema }), JSON.stringify([`${"a".repeat(50_000)}!`]))).toBe(0);
    expect(await scoreOf(jsonSchema({ schema }), JSON.stringify(["a".repeat(50_000)]))).toBe(1);
  });

  it("ends in time where every item would be compared with every other", async () => {
    const items = Array.from({ length: 50_000 }, (_, i) => ({ i }));
    const reward = jsonSchema({ schema: { uniqueItems: true } });
    expect(await scoreOf(reward, JSON.stringify(items))).toBe(1);
    expect(await scoreOf(reward, JSON.stringify([...items, { i: 7 }]))).toBe(0);
  });

  it("ends in time where alternatives double with every level", async () => {
    const either = { anyOf: [{ $ref: "#" }, { $ref: "#" }] };
    const schema = { type: "object", properties: { a: either }, required: ["a"] };
    expect(await scoreOf(jsonSchema({ schema }), `${'{"a":'.repeat(60)}1${"}".repeat(60)}`)).toBe(0);
  });
});

describe("json_match", () => {
  it.each([
    ["the last digit of a long number", '{"a":12345678901234567891}', '{"a":12345678901234567890}'],
    ["a number that is no zero", '{"a":1e-999}', '{"a":0}'],
    ["another infinity", '{"a":1e999}', '{"a":1e998}'],
    ["a number as text", '{"a":"1"}', '{"a":1}'],
    ["true for one", '{"a":true}', '{"a":1}'],
    ["the right value under a key that is overwritten", '{"a":1,"a":2}', '{"a":1}'],
    ["an inherited key", "{}", '{"toString":1}'],
    ["all values at once", '{"a":[1,2,3]}', '{"a":1}'],
  ])("pays nothing for %s", async (_hack, completion, solution) => {
    expect(await scoreOf(jsonMatch(), completion, { solution })).toBe(0);
  });

  it("pays a shotgun of fields little", async () => {
    const shotgun = JSON.stringify(Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`k${i}`, 1])));
    expect(await scoreOf(jsonMatch(), shotgun, { solution: { k0: 1 } })).toBe(0.02);
  });

  it("does not mix the fields of items", async () => {
    const solution = [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ];
    const mixed = JSON.stringify([
      { a: 1, b: 4 },
      { a: 3, b: 2 },
    ]);
    expect(await scoreOf(jsonMatch({ lists: "unordered" }), mixed, { solution })).toBe(0.5);
  });
});

describe("tool_call_match", () => {
  const call = { name: "a", arguments: { q: 1 } };
  const solution = [call];
  const tagged = (value: unknown): string => `<tool_call>${JSON.stringify(value)}</tool_call>`;

  it.each([
    ["many calls", tagged(call) + tagged({ name: "b" })],
    ["the same call twice", tagged(call) + tagged(call)],
    ["a call that cannot be read beside the right one", `${tagged(call)}<tool_call>{</tool_call>`],
    ["the right call in the thinking", `<think>${tagged(call)}</think>none`],
    ["the name only", tagged({ name: "a" })],
    ["another type of argument", tagged({ name: "a", arguments: { q: "1" } })],
    ["an inherited name", tagged({ name: "toString", arguments: { q: 1 } })],
    ["more arguments", tagged({ name: "a", arguments: { q: 1, r: 2 } })],
  ])("pays nothing for %s", async (_hack, completion) => {
    expect(await scoreOf(toolCallMatch(), tagged(call), { solution })).toBe(1);
    expect(await scoreOf(toolCallMatch(), completion, { solution })).toBe(0);
  });

  it("pays nothing for no answer where no call is asked for", async () => {
    expect(await scoreOf(toolCallMatch(), "I need no tool.", { solution: [] })).toBe(1);
    for (const text of ["", "<think>x</think>", "<think>x"]) {
      expect(await scoreOf(toolCallMatch(), text, { solution: [] })).toBe(0);
    }
  });
});
