import { describe, expect, it } from "vitest";
import {
  accuracy,
  answerFormat,
  cosineScaled,
  length,
  maxLength,
  type RolloutReward,
  scoreGroups,
  softOverlongPunishment,
  tagCount,
  targetLength,
  thinkingBudget,
  truncationPenalty,
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

describe("target_length and max_length", () => {
  const rewards: readonly RolloutReward[] = [
    targetLength({ target: 100 }),
    maxLength({ maxLength: 100, margin: 50 }),
  ];

  it.each([200, 201, 1000, 1e9, Number.MAX_SAFE_INTEGER])(
    "give nothing for %d tokens of filler",
    async (tokenCount) => {
      for (const reward of rewards) expect(await scoreOf(reward, { text: "7", tokenCount })).toBe(0);
    },
  );

  it("give a completion of one character no more than its length earns (K24)", async () => {
    const reward: RolloutReward = targetLength({ target: 100, unit: "characters" });
    expect(await scoreOf(reward, "7")).toBeCloseTo(0.01, 12);
  });
});

describe("truncation_penalty", () => {
  it.each(["", "\\boxed{42}", "</s><|im_end|>", "The end."])(
    "does not believe %j that it ended",
    async (text) => {
      expect(await scoreOf(truncationPenalty(), { text, truncated: true })).toBe(-1);
    },
  );
});

describe("thinking_budget gives nothing for", () => {
  it.each([
    ["K1 nothing", ""],
    ["K17 an empty thought", "<think></think>42"],
    ["K17 a blank thought", "<think>\n\n</think>\n42"],
    ["K2 a thought of one sign", "<think>.</think>42"],
    ["K1 a thought without width", "<think>\u200b\u2060</think>42"],
    ["no marked thought", "I think, and so on. 42"],
    ["a thought that never ends", "<think>r"],
    ["a second thought that never ends", "<think>r</think>42<think>r"],
    ["K26 thinking in front of the thought", `${"r".repeat(30)}<think>r</think>42`],
    ["K26 thinking behind the thought", `<think>r</think>${"r".repeat(30)}</think>42`],
  ])("%s", async (_trick, completion) => {
    expect(await scoreOf(thinkingBudget({ budget: 20 }), completion)).toBe(0);
  });

  it("a thought padded beyond the budget (K26)", async () => {
    const [plain, padded] = await scoresOf(thinkingBudget({ budget: 20 }), [
      "<think>r</think>42",
      `<think>r${"\n".repeat(30)}r</think>42`,
    ]);
    expect([plain, padded]).toEqual([1, 0]);
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
