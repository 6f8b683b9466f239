import { describe, expect, it } from "vitest";
import { metricOnly, scoreGroups, weightedSum } from "../../../src/index.js";
import { tableReward } from "./counting.js";

const known = tableReward("known", { x: 1 });
const always = tableReward("always", { x: 0.5, y: 0.5 });
const group = { completions: ["x", "y"] };

describe("metricOnly", () => {
  it("is scored, and left out of the sum", async () => {
    const { scores, rewards } = await scoreGroups([group], weightedSum([known, 1], [metricOnly(always), 9]));
    expect(rewards).toEqual([[1, null]]);
    expect(scores.always).toEqual([[0.5, 0.5]]);
  });
});
