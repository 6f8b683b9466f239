import { describe, expect, it } from "vitest";
import { countdown } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

const puzzle = { target: 24, numbers: [6, 4, 1] };
const answer = (text: string): string => `<answer>${text}</answer>`;

describe("countdown", () => {
  it.each([
    ["6*4*1", 1],
    ["(6 × 4) ÷ 1", 1],
    ["6*4", 0],
    ["6*4*1*1", 0],
    ["6*4/1 = 24", 0],
    ["6+4+1", 0],
    ["", 0],
  ])("with the default options: %j is %j", async (text, score) => {
    expect(await scoreWith(countdown(), answer(text), puzzle)).toBe(score);
  });

  it.each([
    ["some numbers", { use: "some" }, "6*4", 1],
    ["a result", { allowResult: true }, "6*4*1 = 24", 1],
    ["a wrong result", { allowResult: true }, "6*4*1 = 25", 0],
    ["ASCII", { notation: "ascii" }, "6×4×1", 0],
    ["a format score", { formatScore: 0.1 }, "6", 0.1],
    ["reasoning-gym", { preset: "reasoning-gym" }, "6*4", 1],
  ] as const)("with the option for %s", async (_title, options, text, score) => {
    expect(await scoreWith(countdown(options), answer(text), puzzle)).toBe(score);
  });

  it.each([
    { target: null, numbers: [1] },
    { target: 1, numbers: null },
    { target: 1, numbers: [1.5] },
    { target: "x", numbers: [1] },
  ])("has no opinion on %j", async (columns) => {
    expect(await scoreWith(countdown(), answer("1"), columns)).toBeNull();
  });
});
