import { describe, expect, it } from "vitest";
import { clamp, required, scoreGroups, weightedSum } from "../../../src/index.js";
import { tableReward } from "./counting.js";

const known = tableReward("known", { x: 1 });
const always = tableReward("always", { x: 0.5, y: 0.5 });
const group = { completions: ["x", "y"] };

describe("required", () => {
  it("makes a sum null where it is null", async () => {
    const reward = weightedSum([required(known), 1], [always, 1]);
    expect((await scoreGroups([group], reward)).rewards).toEqual([[1.5, null]]);
    expect((await scoreGroups([group], weightedSum([known, 1], [always, 1]))).rewards).toEqual([[1.5, 0.5]]);
  });

  it("counts only as a part of the sum itself", async () => {
    const reward = weightedSum([clamp(required(known), { min: 0 }), 1], [always, 1]);
    expect((await scoreGroups([group], reward)).rewards).toEqual([[1.5, 0.5]]);
  });
});
