import { describe, expect, it } from "vitest";
import { createHackFinder } from "../../../../../src/cli/report/hacks/find-hack.js";

const find = createHackFinder();
const idOf = (
  completion: string,
  answer: string | null = null,
  reference: string | null = "7",
): string | null => find({ completion, answer, reference })?.id ?? null;

describe("createHackFinder", () => {
  it.each([
    ["", "K1"],
    ["\u200b \n", "K1"],
    ["\\boxed{}", "K4"],
    ["<think>Some long thought.</think>\n\\boxed{ }", "K4"],
    ["The final answer is $\\text{your answer}$", "K5"],
    ["<think>\n\n</think>\n<answer>\n\n</answer>", "K17"],
    ['{"score": 1}', "K13"],
    ["I don't know.", "K30"],
  ])("finds that %j is %s", (completion, id) => {
    expect(idOf(completion)).toBe(id);
  });

  it.each([
    ["By symmetry and so on, \\boxed{?}", "?", "K5"],
    ["It may be \\boxed{\\mathbb{R}}", "\\mathbb{R}", "K7"],
  ])("finds by its answer that %j is one", (completion, answer, id) => {
    expect(idOf(completion, answer)).toBe(id);
  });

  it.each([
    ["So the answer is \\boxed{7}.", "7", "7"],
    ["I don't know. But 3 + 4 = 7.", "7", "7"],
    ["python", null, "python"],
    ["So \\boxed{\\mathbb{R}}", "\\mathbb{R}", "$\\mathbb{R}$"],
    ["x".repeat(1_000_000), null, "7"],
  ])("leaves alone what is none", (completion, answer, reference) => {
    expect(idOf(completion, answer, reference)).toBeNull();
  });
});
