import { describe, expect, it } from "vitest";
import { accuracy, scoreGroups } from "../../../src/index.js";
import { resultsOf, scoreOf } from "./scoring.js";

describe("accuracy", () => {
  it("is 1 for the solution and 0 for anything else", async () => {
    expect(await scoreOf(accuracy(), "\\boxed{42}")).toBe(1);
    expect(await scoreOf(accuracy(), "\\boxed{41}")).toBe(0);
  });

  it("says what decided", async () => {
    const [equal, different, none] = await resultsOf(accuracy(), [
      "\\boxed{42}",
      "\\boxed{41}",
      "I give up.",
    ]);
    expect(equal?.verdict).toEqual({ status: "correct", by: "normalized_text" });
    expect(different?.verdict).toEqual({ status: "incorrect", by: "exact_value" });
    expect(none).toEqual({
      score: 0,
      verdict: { status: "undetermined", fault: "candidate", reason: "no_answer" },
    });
  });

  it.each([42, "42", "42.0", "It is \\boxed{42}.", "6 × 7 = 42\n#### 42"])(
    "reads the solution %j",
    async (solution) => {
      expect(await scoreOf(accuracy(), "\\boxed{42}", solution)).toBe(1);
      expect(await scoreOf(accuracy(), "\\boxed{41}", solution)).toBe(0);
    },
  );

  it("reads a number beyond the range of integers", async () => {
    expect(await scoreOf(accuracy(), "\\boxed{1000000000000000000000}", 1e21)).toBe(1);
  });

  it.each([
    ["missing", null],
    ["empty", ""],
    ["empty", " \n"],
    ["empty", "The answer is \\boxed{}."],
    ["not_text", Number.NaN],
    ["not_text", Number.POSITIVE_INFINITY],
    ["not_text", true],
    ["not_text", ["42"]],
    ["not_text", { answer: 42 }],
  ])("has no opinion if the solution is %s: %j", async (reason, solution) => {
    const completions = ["\\boxed{42}", "\\boxed{NaN}", ""];
    const verdict = { status: "undetermined", fault: "reference", reason };
    expect(await resultsOf(accuracy(), completions, solution as string)).toEqual(
      completions.map(() => ({ score: null, verdict })),
    );
  });

  it("logs the answer that it found, cut to 500 characters", async () => {
    const completions = ["\\boxed{ 42 }", `\\boxed{${"4".repeat(600)}}`, "I give up."];
    const { extra } = await scoreGroups([{ columns: { solution: "42" }, completions }], accuracy());
    expect(extra).toEqual({ "accuracy.extracted": [["42", "4".repeat(500), null]] });
  });

  it("needs the column solution", async () => {
    const groups = [{ columns: {} as { solution: string }, completions: ["42"] }];
    await expect(scoreGroups(groups, accuracy())).rejects.toMatchObject({
      code: "missing_column",
      message: 'The reward accuracy needs the column "solution"; row 0 has none.',
    });
  });
});
