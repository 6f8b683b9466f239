import { describe, expect, it } from "vitest";
import { mapGroups, rowsByGroup } from "../../../src/advantage/index.js";

describe("rowsByGroup", () => {
  it("keeps the order of first rows, wherever a group's rows stand", () => {
    expect(rowsByGroup(["b", "a", "b", "c", "a"])).toEqual([[0, 2], [1, 4], [3]]);
  });

  it("tells a number from its text", () => {
    expect(rowsByGroup([1, "1", 1])).toEqual([[0, 2], [1]]);
  });

  it("makes no group of nothing", () => {
    expect(rowsByGroup([])).toEqual([]);
  });
});

describe("mapGroups", () => {
  it("hands over the groups, and puts the results back in their rows", () => {
    const seen: number[][][] = [];
    const result = mapGroups([1, 2, 3, 4, 5], ["b", "a", "b", "c", "a"], (groups) => {
      seen.push(groups);
      return groups.map((group) => group.map((value) => `${group.length}:${value}`));
    });
    expect(seen).toEqual([[[1, 3], [2, 5], [4]]]);
    expect(result).toEqual(["2:1", "2:2", "2:3", "1:4", "2:5"]);
  });
});
