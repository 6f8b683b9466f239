import { expect, it } from "vitest";
import { tiers } from "../../../../src/math/tiers/index.js";
import { normalizedText } from "../../../../src/math/tiers/normalized-text.js";

it("decides that equal spelling is equal, and nothing else", () => {
  expect(normalizedText.equal({ normalized: "x" }, { normalized: "x" })).toBe(true);
  expect(normalizedText.equal({ normalized: "1" }, { normalized: "2" })).toBeNull();
});

it("comes before the tiers that compute", () => {
  expect(tiers.map(({ name }) => name)).toEqual(["normalized_text", "exact_value"]);
});
