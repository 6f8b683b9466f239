import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonList, isJsonObject, type Json, parseJson, toJson } from "../../../../src/text/index.js";

/** As JSON.parse would have it. */
function plain(value: Json | undefined): unknown {
  if (isJsonList(value)) return value.map(plain);
  if (isJsonObject(value)) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return typeof value === "object" && value !== null ? Number((value as { exact: string }).exact) : value;
}

describe("parseJson", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        expect(JSON.stringify(plain(parseJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const characters = Array.from('[]{}:,"\\ntrueflas01.eE+- \t\u0000');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 8 }), (signs) => {
        const text = signs.join("");
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(parseJson(text) !== undefined, text).toBe(isJson);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["1.0", 1],
    ["-0", 0],
    ["1.50e2", 150],
    ["0.1000000000000000", 0.1],
    ["12345678901234567890", { exact: "1234567890123456789e1" }],
    ["-1e999", { exact: "-1e999" }],
    ["0e999", 0],
    ["1e9999999999", undefined],
  ])("reads %s exactly", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it("takes the last of several members with one key", () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual(new Map([["a", 2]]));
  });

  it("reads a hundred levels, and no more", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson(nested(100))).toBeDefined();
    expect(parseJson(nested(101))).toBeUndefined();
  });
});

it.each([[undefined], [() => 1], [1n], [Symbol("a")]])("toJson of %s is none", (value) => {
  expect(toJson(value)).toBeUndefined();
});
