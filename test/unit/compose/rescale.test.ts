import { describe, expect, it } from "vitest";
import { rescale, scoreGroups } from "../../../src/index.js";
import { tableReward } from "./counting.js";

const reward = tableReward("a", { no: 0, half: 0.5, yes: 1, more: 2 });
const completions = ["no", "half", "yes", "more", "none"];

describe("rescale", () => {
  it("maps along a line, beyond its ends too", async () => {
    const scaled = rescale(reward, { from: [0, 1], to: [-1, 3] });
    expect((await scoreGroups([{ completions }], scaled)).rewards).toEqual([[-1, 1, 3, 7, null]]);
  });

  it("hits the ends exactly", async () => {
    const scaled = rescale(reward, { from: [0, 1], to: [0.1, 0.7] });
    expect((await scoreGroups([{ completions: ["no", "yes"] }], scaled)).rewards).toEqual([[0.1, 0.7]]);
  });

  it.each([
    { from: [1, 1], to: [0, 1] },
    { from: [0, Number.NaN], to: [0, 1] },
  ] as const)("refuses %j", (options) => {
    expect(() => rescale(reward, options)).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
