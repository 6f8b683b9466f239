import { describe, expect, it } from "vitest";
import {
  accuracy,
  answerFormat,
  cosineScaled,
  length,
  scoreGroups,
  softOverlongPunishment,
  tagCount,
  weightedSum,
} from "../../src/index.js";
import { scoreOf, scoresOf } from "../unit/rewards/scoring.js";

const RIGHT = "\\boxed{42}";
const WRONG = "\\boxed{41}";
const PADDING = [" ", "\n", "x", "\u200b", "😀", "\u0000", "so "];

describe("cosine_scaled", () => {
  it.each(PADDING)("pays a right answer less for padding with %j", async (padding) => {
    const [plain, padded] = await scoresOf(cosineScaled(), [RIGHT, RIGHT + padding.repeat(200)]);
    expect(plain).toBeGreaterThan(padded as number);
    expect(padded).toBeGreaterThanOrEqual(0.5);
  });

  it("pays nothing for rambling on beyond maxLength", async () => {
    const rambling = [1, 2, 3, 10].map((times) => RIGHT + "x".repeat(times * 1000));
    expect(await scoresOf(cosineScaled(), rambling)).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it("never makes a wrong answer worth more than half a point below zero", async () => {
    const wrong = ["", WRONG, WRONG + "x".repeat(500), WRONG + "x".repeat(100_000)];
    const scores = await scoresOf(cosineScaled(), wrong);
    expect(scores).toHaveLength(4);
    for (const score of scores) expect(score).toBeLessThanOrEqual(-0.5);
  });
});

describe("length", () => {
  it.each([
    ["an empty completion", ""],
    ["one character", "x"],
    ["a short wrong answer", WRONG],
  ])("pays nothing for %s, however short it is", async (_trick, completion) => {
    const [score] = await scoresOf(length(), [completion, RIGHT + "x".repeat(100)]);
    expect(score).toBe(0);
  });

  it("does not let a wrong answer profit from a longer sibling", async () => {
    const [alone] = await scoresOf(length(), [WRONG, RIGHT]);
    const [beside] = await scoresOf(length(), [WRONG, RIGHT, RIGHT + "x".repeat(10_000)]);
    expect([alone, beside]).toEqual([0, 0]);
  });

  it("counts an emoji as one character, like the letters it stands for", async () => {
    expect(await scoresOf(length(), [`${RIGHT}😀😀`, `${RIGHT}xx`])).toEqual([0, 0]);
  });
});

describe("soft_overlong_punishment", () => {
  it("never rewards, whatever the length", async () => {
    for (const tokenCount of [0, 1, 12_288, 12_289, 16_384, 1e9, Number.MAX_SAFE_INTEGER]) {
      const score = await scoreOf(softOverlongPunishment(), { text: "x", tokenCount });
      expect(score).toBeLessThanOrEqual(0);
      expect(score).toBeGreaterThanOrEqual(-1);
    }
  });

  it.each([
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, -1],
  ])("gives %s tokens the score %s", async (tokenCount, score) => {
    expect(await scoreOf(softOverlongPunishment(), { text: "x", tokenCount })).toBe(score);
  });
});

describe("a weighted sum", () => {
  it("pays a perfect template around a wrong answer no more than the template's weight", async () => {
    const reward = weightedSum([accuracy(), 1], [answerFormat(), 0.2], [tagCount(), 0.1]);
    const completions = ["<think>\nr\n</think>\n<answer>\n41\n</answer>", RIGHT];
    const { rewards } = await scoreGroups([{ columns: { solution: "42" }, completions }], reward);
    const [[template, right] = []] = rewards;
    expect(template).toBeCloseTo(0.3);
    expect(right).toBe(1);
  });
});
