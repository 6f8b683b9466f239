import { describe, expect, it } from "vitest";
import { length, scoreGroups } from "../../../src/index.js";
import { resultsOf, right, scoresOf, wrong } from "./scoring.js";

describe("length", () => {
  const reward = length({ unit: "tokens" });

  it("goes from 0.5 for the shortest to -0.5 for the longest right answer", async () => {
    expect(await scoresOf(reward, [10, 30, 20].map(right))).toEqual([0.5, -0.5, 0]);
  });

  it("never pays a wrong answer, and punishes it when it is long", async () => {
    expect(await scoresOf(reward, [10, 20, 25, 30].map(wrong))).toEqual([0, 0, -0.25, -0.5]);
  });

  it("measures right and wrong answers against each other", async () => {
    expect(await scoresOf(reward, [wrong(0), right(5), right(10)])).toEqual([0, 0, -0.5]);
  });

  it("is 0 in a group of equal lengths, and in a group of one", async () => {
    expect(await scoresOf(reward, [right(7), wrong(7)])).toEqual([0, 0]);
    expect(await scoresOf(reward, [right(7)])).toEqual([0]);
  });

  it("measures each group by itself", async () => {
    const columns = { solution: "42" };
    const groups = [
      { columns, completions: [right(1), right(2)] },
      { columns, completions: [right(100), right(200)] },
      { columns, completions: [] },
    ];
    expect((await scoreGroups(groups, reward)).rewards).toEqual([[0.5, -0.5], [0.5, -0.5], []]);
  });

  it("counts code points unless told otherwise", async () => {
    expect(await scoresOf(length(), ["\\boxed{42}😀", "\\boxed{42}xx"])).toEqual([0.5, -0.5]);
  });

  it("counts tokens as in Kimi k1.5, or characters as in open-r1, by its preset", async () => {
    const completions = [
      { ...right(9), text: "\\boxed{42}" },
      { ...right(3), text: "\\boxed{42} indeed" },
    ];
    expect(await scoresOf(length({ preset: "kimi" }), completions)).toEqual([-0.5, 0.5]);
    expect(await scoresOf(length({ preset: "open-r1" }), completions)).toEqual([0.5, -0.5]);
  });

  it("has no opinion where the solution cannot be judged, even at equal lengths", async () => {
    const verdict = { status: "undetermined", fault: "reference", reason: "missing" };
    const unscored = { score: null, verdict };
    expect(await resultsOf(reward, [right(1), right(2)], null)).toEqual([unscored, unscored]);
    expect(await resultsOf(reward, [right(1)], null)).toEqual([unscored]);
  });

  it("needs token counts to count tokens", async () => {
    await expect(scoresOf(reward, ["\\boxed{42}"])).rejects.toMatchObject({ code: "missing_column" });
  });
});
