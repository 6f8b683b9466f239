import { describe, expect, it } from "vitest";
import { cosineScaled } from "../../../src/index.js";
import { resultsOf, right, scoreOf, scoresOf, wrong } from "./scoring.js";

describe("cosine_scaled", () => {
  const reward = cosineScaled({ unit: "tokens", maxLength: 100 });

  it("falls from 1 to 0.5 for right answers, by half a cosine wave", async () => {
    const scores = await scoresOf(reward, [0, 25, 50, 75, 100].map(right));
    const expected = [1, 0.75 + 0.25 * Math.SQRT1_2, 0.75, 0.75 - 0.25 * Math.SQRT1_2, 0.5];
    expect(scores).toHaveLength(expected.length);
    scores.forEach((score, i) => expect(score).toBeCloseTo(expected[i] as number, 12));
  });

  it("rises from -1 to -0.5 for wrong answers", async () => {
    const scores = await scoresOf(reward, [0, 50, 100].map(wrong));
    expect(scores).toHaveLength(3);
    scores.forEach((score, i) => expect(score).toBeCloseTo([-1, -0.75, -0.5][i] as number, 12));
  });

  it("stays where it is beyond maxLength", async () => {
    expect(await scoresOf(reward, [101, 200, 1e9].map(right))).toEqual([0.5, 0.5, 0.5]);
    expect(await scoresOf(reward, [101, 200, 1e9].map(wrong))).toEqual([-0.5, -0.5, -0.5]);
  });

  it("takes its four corners from the options", async () => {
    const options = { minValueWrong: -8, maxValueWrong: -4, minValueCorrect: 2, maxValueCorrect: 6 };
    const scaled = cosineScaled({ ...options, unit: "tokens", maxLength: 10 });
    expect(await scoresOf(scaled, [right(0), right(10), wrong(0), wrong(10)])).toEqual([6, 2, -8, -4]);
  });

  it("counts code points unless told otherwise", async () => {
    const text = `\\boxed{42}${"😀".repeat(40)}`;
    expect(await scoreOf(cosineScaled({ maxLength: 100 }), text)).toBeCloseTo(0.75, 12);
  });

  it.each([
    ["open-r1", [1, 0.5, -1, -0.5]],
    ["open-r1-cli", [1, 0.5, 0, -0.5]],
    ["trl", [1, 0.5, -1, -0.5]],
    ["ms-swift", [1, 0.5, -0.5, 0]],
  ] as const)("has the corners of %s by its preset", async (preset, corners) => {
    const scaled = cosineScaled({ preset, unit: "tokens" });
    expect(await scoresOf(scaled, [right(0), right(1000), wrong(0), wrong(1000)])).toEqual(corners);
  });

  it("counts a completion without an answer as wrong", async () => {
    expect(await scoreOf(reward, { text: "", tokenCount: 0 })).toBe(-1);
  });

  it("has no opinion where the solution cannot be judged", async () => {
    expect(await resultsOf(reward, [right(0)], null)).toEqual([
      { score: null, verdict: { status: "undetermined", fault: "reference", reason: "missing" } },
    ]);
  });

  it("needs token counts to count tokens", async () => {
    await expect(scoreOf(reward, "\\boxed{42}")).rejects.toMatchObject({ code: "missing_column" });
  });

  it.each([{ maxLength: 0 }, { maxLength: 1.5 }, { unit: "words" }, { minValueWrong: "low" }])(
    "refuses %j",
    (options) => {
      expect(() => cosineScaled(options as never)).toThrow(expect.objectContaining({ code: "bad_options" }));
    },
  );

  it.each([
    { minValueWrong: 0.6 },
    { maxValueWrong: 1 },
    { minValueCorrect: -0.6 },
    { maxValueCorrect: -1 },
    { preset: "ms-swift", minValueCorrect: -0.1 },
  ] as const)("refuses to pay a wrong answer more than a right one: %j", (options) => {
    expect(() => cosineScaled(options)).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: expect.stringMatching(/minValueWrong and maxValueWrong must not be more than/) as string,
      }),
    );
  });
});
