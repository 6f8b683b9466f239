import { describe, expect, it } from "vitest";
import { scoreGroups } from "../../../src/index.js";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry } from "../../../src/rewards/registry.js";
import { namedComposition, rewardFromSpec } from "../../../src/spec/index.js";

const registry = createRegistry(builtinRewards);
const spec = { gate: ["think_format", { name: "cosine_scaled", options: { unit: "tokens" } }] };
const shaped = namedComposition("shaped", spec, registry);

describe("namedComposition", () => {
  it("is a reward by its name, in other compositions too", async () => {
    const extended = createRegistry([...builtinRewards, shaped]);
    const reward = rewardFromSpec({ weighted_sum: [{ name: "shaped", weight: 2 }] }, extended);
    const group = {
      columns: { solution: "1" },
      completions: [{ text: "<think>r</think>\\boxed{1}", tokenCount: 1000 }],
    };
    expect((await scoreGroups([group as never], reward)).rewards).toEqual([[1]]);
  });

  it("says which columns its parts read", () => {
    expect(shaped.info).toMatchObject({
      name: "shaped",
      kind: "rollout",
      range: null,
      columns: ["solution"],
      optionalColumns: ["prompt", "n_tokens"],
      summary: `The composition ${JSON.stringify(spec)}.`,
    });
  });

  it.each([
    ["cosine_scaled", []],
    [{ name: "cosine_scaled", options: { unit: "tokens" } }, ["n_tokens"]],
    [{ name: "cosine_scaled", options: { preset: "trl" } }, ["n_tokens"]],
    [{ name: "cosine_scaled", options: { preset: "trl", unit: "characters" } }, []],
    [{ name: "think_format", options: { prefilled: true } }, []],
  ])("reads no optional column that its options make no use of: %j", (part, columns) => {
    const { info } = namedComposition("x", { clamp: part, max: 1 }, registry);
    expect(info.optionalColumns).toEqual(columns);
  });

  it("says whether a part compares the completions of a group", () => {
    const compared = namedComposition("compared", { clamp: "length", min: 0 }, registry);
    expect(compared.info.kind).toBe("group");
  });

  it("refuses a spec that is no reward at once", () => {
    expect(() => namedComposition("x", { gate: [] }, registry)).toThrow(
      expect.objectContaining({ code: "bad_options" }),
    );
  });
});
