import { describe, expect, it } from "vitest";
import { accuracy, gate, scoreGroups, truncationPenalty } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const whole = { text: "\\boxed{42}", truncated: false };
const cut = { text: "\\boxed{42}", truncated: true };

describe("truncation_penalty", () => {
  it("punishes completions that were cut off", async () => {
    expect(await scoresOf(truncationPenalty(), [whole, cut])).toEqual([0, -1]);
    expect(await scoresOf(truncationPenalty({ penalty: 0 }), [whole, cut])).toEqual([0, 0]);
  });

  it.each([
    ["open-instruct", -10],
    ["openrlhf", -0.5],
  ] as const)("has the penalty of %s by its preset", async (preset, penalty) => {
    expect(await scoresOf(truncationPenalty({ preset }), [whole, cut])).toEqual([0, penalty]);
  });

  it("tells by the length in tokens where the flag is not known", async () => {
    const reward = truncationPenalty({ maxLength: 100 });
    const texts = [99, 100, 101].map((tokenCount) => ({ text: "", tokenCount }));
    expect(await scoresOf(reward, texts)).toEqual([0, -1, -1]);
    expect(await scoreOf(reward, { ...whole, tokenCount: 100 })).toBe(0);
    expect(await scoreOf(reward, { ...cut, tokenCount: 5 })).toBe(-1);
  });

  it.each([undefined, { maxLength: 100 }])("needs the flag or the tokens (options %j)", async (options) => {
    await expect(scoreOf(truncationPenalty(options), "x")).rejects.toMatchObject({ code: "missing_column" });
  });

  it("stands in the place of another reward behind a gate", async () => {
    const reward = gate(truncationPenalty(), accuracy(), { threshold: 0, otherwise: -10 });
    const { rewards } = await scoreGroups(
      [{ columns: { solution: "42" }, completions: [whole, cut] }],
      reward,
    );
    expect(rewards).toEqual([[1, -10]]);
  });

  it("refuses to pay for truncation", () => {
    expect(() => truncationPenalty({ penalty: 1 })).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
