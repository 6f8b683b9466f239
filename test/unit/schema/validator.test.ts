import { describe, expect, it } from "vitest";
import { compileSchema } from "../../../src/schema/index.js";

const problemWith = compileSchema({
  type: "object",
  properties: {
    unit: { enum: ["characters", "tokens"] },
    length: { type: "integer", minimum: 1 },
    maxNgramLength: { type: "integer" },
    rewards: {
      type: "array",
      items: {
        type: "object",
        properties: { name: { type: "string" } },
        required: ["name"],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
});

describe("compileSchema", () => {
  it.each([{}, { unit: "tokens" }, { length: 1, rewards: [{ name: "x" }] }])("accepts %j", (value) => {
    expect(problemWith(value)).toBeNull();
  });

  it.each([
    [{ units: "tokens" }, 'unknown property "units"; known are unit, length, maxNgramLength, rewards'],
    [
      { max_ngram_length: 3 },
      'unknown property "max_ngram_length", which is maxNgramLength here; known are unit, length, maxNgramLength, rewards',
    ],
    [{ rewards: [{ name: "x", w: 1 }] }, 'unknown property "w" in rewards[0]; known are name'],
    [{ unit: "words" }, 'unit must be one of ["characters","tokens"]'],
    [{ length: 0 }, "length must be >= 1"],
    [{ length: 1.5 }, "length must be integer"],
    [{ length: Number.NaN }, "length must be integer"],
    [{ rewards: [{ name: "x" }, {}] }, "rewards[1] must have required property 'name'"],
    [[], "must be object"],
    [null, "must be object"],
  ])("says what is wrong with %j", (value, problem) => {
    expect(problemWith(value)).toBe(problem);
  });

  it("says so if no property is known", () => {
    const nothing = compileSchema({ type: "object", properties: {}, additionalProperties: false });
    expect(nothing({ unit: "tokens" })).toBe('unknown property "unit"; there are none');
  });

  it("compiles a schema no earlier than on its first use", () => {
    const broken = compileSchema({ type: "no such type" });
    expect(() => broken({})).toThrow(/type/);
  });
});
