import { expect, it } from "vitest";
import { createBudget, Exhausted } from "../../../src/math/budget.js";

it("is used up by what is spent of it", () => {
  const budget = createBudget(10);
  budget.spend(10);
  expect(() => budget.spend(1)).toThrow(Exhausted);
});

it("keeps one half from what the other half pays for", () => {
  const budget = createBudget(100);
  const half = budget.half();
  expect(() => half.spend(60)).toThrow(Exhausted);
  budget.spend(50);
});

it("pays for the half of a half", () => {
  const budget = createBudget(100);
  budget.half().half().spend(25);
  budget.spend(75);
  expect(() => budget.spend(1)).toThrow(Exhausted);
});
