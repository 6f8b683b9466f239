import { describe, expect, it } from "vitest";
import { fallback, scoreGroups } from "../../../src/index.js";
import { tableReward } from "./counting.js";

describe("fallback", () => {
  it("takes the first opinion, and asks on only where there was none", async () => {
    const first = tableReward("a", { x: 0 });
    const second = tableReward("b", { x: 1, y: 0.5 });
    const third = tableReward("c", { z: 0.2 });
    const { rewards } = await scoreGroups(
      [{ completions: ["x", "y", "z", "?"] }],
      fallback(first, second, third),
    );
    expect(rewards).toEqual([[0, 0.5, 0.2, null]]);
    expect([second.asked, third.asked]).toEqual([
      ["y", "z", "?"],
      ["z", "?"],
    ]);
  });

  it("needs two rewards", () => {
    expect(() => fallback(tableReward("a", {}))).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
