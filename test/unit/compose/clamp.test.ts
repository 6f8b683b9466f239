import { describe, expect, it } from "vitest";
import { clamp, scoreGroups } from "../../../src/index.js";
import { tableReward } from "./counting.js";

const completions = ["low", "mid", "high", "none"];
const reward = tableReward("a", { low: -5, mid: 0.5, high: 5 });

describe("clamp", () => {
  it.each([
    [{ min: -1, max: 1 }, [-1, 0.5, 1, null]],
    [{ min: 0 }, [0, 0.5, 5, null]],
    [{ max: 0 }, [-5, 0, 0, null]],
  ])("holds scores within %j", async (bounds, expected) => {
    expect((await scoreGroups([{ completions }], clamp(reward, bounds))).rewards).toEqual([expected]);
  });

  it.each([{}, { min: 2, max: 1 }, { min: Number.NaN }])("refuses the bounds %j", (bounds) => {
    expect(() => clamp(reward, bounds)).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
