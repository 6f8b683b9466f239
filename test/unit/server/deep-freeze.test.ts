import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../../src/server/deep-freeze.js";

describe("deepFreeze", () => {
  it("freezes objects and lists to any depth", () => {
    const value = { list: [{ deep: [1, { deeper: "x" }] }], text: "a", nothing: null };
    deepFreeze(value);
    expect(() => value.list.push({ deep: [] })).toThrow(TypeError);
    const [, innermost] = value.list[0]?.deep as [number, { deeper: string }];
    expect(() => (innermost.deeper = "y")).toThrow(TypeError);
  });

  it("takes what is no object, and what is frozen in part", () => {
    for (const value of [1, "a", null, undefined, Object.freeze([1])])
      expect(() => deepFreeze(value)).not.toThrow();
  });

  it("is not bound by the stack", () => {
    const value = JSON.parse("[".repeat(200_000) + "]".repeat(200_000)) as unknown;
    deepFreeze(value);
    expect(Object.isFrozen(value)).toBe(true);
  });
});
