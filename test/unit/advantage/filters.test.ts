import { describe, expect, it } from "vitest";
import { filterGroups } from "../../../src/advantage/index.js";

const GROUPS = [[1, 0], [1, 1], [0, 0], [0.5, 0.5], [null, 1], [null], [1, 1 + 1e-9]];

describe("filterGroups", () => {
  it("drops groups of equal rewards, and says why", () => {
    const { kept, dropped } = filterGroups(GROUPS);
    expect(kept).toEqual([0, 6]);
    expect(dropped).toEqual([
      ...[1, 2, 3, 4].map((group) => ({ group, reason: "equal_rewards" })),
      { group: 5, reason: "no_reward" },
    ]);
  });

  it.each([
    ["dapo", [0]],
    ["slime", [0]],
    ["openrlhf", [0, 3]],
    ["prime", [0]],
  ] as const)("keeps what %s keeps", (preset, kept) => {
    expect(filterGroups(GROUPS, { preset }).kept).toEqual(kept);
  });

  it("tells groups that are too hard from those that are too easy", () => {
    const { dropped } = filterGroups(
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      { range: [0, 1] },
    );
    expect(dropped).toEqual([
      { group: 0, reason: "too_high" },
      { group: 1, reason: "too_low" },
    ]);
  });

  it("refuses options without meaning", () => {
    expect(() => filterGroups([], { range: [1, 0] })).toThrow(/must be two finite numbers, the least first/);
    expect(() => filterGroups([], { spread: 1 } as object)).toThrow(/filterGroups has no option "spread"/);
  });
});
