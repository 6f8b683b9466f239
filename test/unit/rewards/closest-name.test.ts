import { expect, it } from "vitest";
import { closestName } from "../../../src/rewards/closest-name.js";

const KNOWN = ["accuracy", "answer_format", "cosine_scaled", "length", "gate"];

it.each([
  ["acuracy", "accuracy"],
  ["Accuracy", "accuracy"],
  ["answer-format", "answer_format"],
  ["cosineScaled", "cosine_scaled"],
  ["lenght", "length"],
  ["cos", "cosine_scaled"],
  ["gat", "gate"],
  ["", undefined],
  ["perplexity_of_teacher", undefined],
  ["x".repeat(1_000_000), undefined],
])("for %.20s it suggests %s", (name, expected) => {
  expect(closestName(name, KNOWN)).toBe(expected);
});

it("has nothing to suggest where nothing is known", () => {
  expect(closestName("accuracy", [])).toBeUndefined();
});
