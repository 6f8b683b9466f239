import { expect, it } from "vitest";
import { tiers } from "../../../../src/math/tiers/index.js";
import { normalizedText } from "../../../../src/math/tiers/normalized-text.js";
import { answer } from "./answers.js";

it("decides that equal spelling is equal, and nothing else", () => {
  expect(normalizedText.equal(answer("x"), answer("x"))).toBe(true);
  expect(normalizedText.equal(answer("1"), answer("2"))).toBeNull();
});

it("comes before the tiers that compute", () => {
  expect(tiers.map(({ name }) => name)).toEqual(["variable", "normalized_text", "exact_value"]);
});
