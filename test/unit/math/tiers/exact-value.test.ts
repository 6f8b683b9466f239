import { expect, it } from "vitest";
import { exactValue } from "../../../../src/math/tiers/exact-value.js";
import { answer } from "./answers.js";

const equal = (a: string, b: string): boolean | null => exactValue.equal(answer(a), answer(b));

it("decides between two numbers", () => {
  expect(equal("1/2", "0.5")).toBe(true);
  expect(equal("1/2", "0.6")).toBe(false);
});

it("decides nothing unless both are numbers", () => {
  expect(equal("1/2", "x")).toBeNull();
  expect(equal("x", "1/2")).toBeNull();
  expect(equal("x", "x")).toBeNull();
});
