import { expect, it } from "vitest";
import { verify } from "../../../../src/math/index.js";
import { variable } from "../../../../src/math/tiers/variable.js";
import { answer } from "./answers.js";

it("refuses the value of another variable, and decides nothing else", () => {
  expect(variable.equal(answer("5", "x"), answer("5", "y"))).toBe(false);
  expect(variable.equal(answer("5", "x"), answer("5", "x"))).toBeNull();
  expect(variable.equal(answer("5", "x"), answer("5"))).toBeNull();
  expect(variable.equal(answer("5"), answer("5", "y"))).toBeNull();
});

it.each([
  ["x=5", "5", "correct"],
  ["5", "x = 5", "correct"],
  ["x=5", "X = 5", "correct"],
  ["y=5", "x=5", "incorrect"],
])("reference %s, answer %s: %s", (reference, stated, status) => {
  expect(verify({ reference, completion: `\\boxed{${stated}}` }).verdict.status).toBe(status);
});
