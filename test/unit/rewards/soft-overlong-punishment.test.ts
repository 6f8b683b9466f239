import { describe, expect, it } from "vitest";
import { softOverlongPunishment } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const tokens = (tokenCount: number): { text: string; tokenCount: number } => ({ text: "", tokenCount });

describe("soft_overlong_punishment", () => {
  it("is 0, then falls in a straight line to -1", async () => {
    const reward = softOverlongPunishment({ maxLength: 100, cache: 20 });
    expect(await scoresOf(reward, [0, 79, 80, 85, 90, 99, 100, 101, 1e9].map(tokens))).toEqual([
      0, 0, 0, -0.25, -0.5, -0.95, -1, -1, -1,
    ]);
  });

  it("is a step if the ramp has no width", async () => {
    const reward = softOverlongPunishment({ maxLength: 100, cache: 0 });
    expect(await scoresOf(reward, [99, 100, 101].map(tokens))).toEqual([0, 0, -1]);
  });

  it("begins below zero if the ramp is longer than maxLength", async () => {
    const reward = softOverlongPunishment({ maxLength: 100, cache: 200 });
    expect(await scoresOf(reward, [0, 50, 100].map(tokens))).toEqual([-0.5, -0.75, -1]);
  });

  it("takes the penalty factor of verl and OpenRLHF", async () => {
    const reward = softOverlongPunishment({ maxLength: 100, cache: 20, penalty: 2 });
    expect(await scoresOf(reward, [80, 90, 100, 200].map(tokens))).toEqual([0, -1, -2, -2]);
    const none = softOverlongPunishment({ maxLength: 100, cache: 20, penalty: 0 });
    expect(await scoresOf(none, [80, 90, 200].map(tokens))).toEqual([0, 0, 0]);
  });

  it("goes on falling if it is not clamped", async () => {
    const reward = softOverlongPunishment({ maxLength: 100, cache: 20, penalty: 0.5, clamped: false });
    expect(await scoresOf(reward, [90, 100, 120, 200].map(tokens))).toEqual([-0.25, -0.5, -1, -3]);
    const step = softOverlongPunishment({ maxLength: 100, cache: 0, clamped: false });
    expect(await scoresOf(step, [100, 101, 900].map(tokens))).toEqual([0, -1, -1]);
  });

  it.each([
    ["verl", [20_480 - 2048, 20_480 + 4096], [-0.5, -2]],
    ["nemo-rl", [20_480 - 2048, 20_480 + 4096], [-0.5, -2]],
    ["ms-swift", [16_384 - 2048, 16_384 + 4096], [-0.5, -2]],
    ["openrlhf", [16_384 - 2048, 16_384 + 4096], [-0.5, -1]],
    ["trl", [16_384 - 2048, 16_384 + 4096], [-0.5, -1]],
  ] as const)("is that of %s by its preset", async (preset, lengths, expected) => {
    expect(await scoresOf(softOverlongPunishment({ preset }), lengths.map(tokens))).toEqual(expected);
  });

  it("counts characters if told so", async () => {
    const reward = softOverlongPunishment({ maxLength: 4, cache: 2, unit: "characters" });
    expect(await scoresOf(reward, ["ab", "😀😀😀", "abcd"])).toEqual([0, -0.5, -1]);
  });

  it("needs token counts otherwise", async () => {
    await expect(scoreOf(softOverlongPunishment(), "x")).rejects.toMatchObject({ code: "missing_column" });
  });

  it.each([{ maxLength: -1 }, { cache: -1 }, { maxLength: 1.5 }])("refuses %j", (options) => {
    expect(() => softOverlongPunishment(options)).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
