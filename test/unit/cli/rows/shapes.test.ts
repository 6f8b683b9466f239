import { describe, expect, it } from "vitest";
import { guessShape } from "../../../../src/cli/rows/shapes.js";

const TURNS = [{ from: "human", value: "6 × 7?" }];

describe("guessShape", () => {
  it.each<[string, object, (string | null)[]]>([
    [
      "TRL completion logs",
      { step: 1, prompt: "6 × 7?", completion: "42", accuracy_reward: 1, advantage: 0.5, solution: "42" },
      ["completion", "prompt", "solution", null],
    ],
    [
      "OpenAI chat logs",
      { messages: [{ role: "user", content: "6 × 7?" }], ground_truth: "42" },
      ["messages", null, "ground_truth", null],
    ],
    [
      "GSM8K",
      { question: "6 × 7?", answer: "6 × 7 = 42\n#### 42", response: "42" },
      ["response", "question", "answer", "####"],
    ],
    [
      "OpenR1-Math-220k",
      { problem: "6 × 7?", solution: "…", answer: "42", generations: ["42"], messages: [] },
      ["generations", "problem", "answer", null],
    ],
    [
      "OpenThoughts",
      { system: "", conversations: TURNS, ground_truth_solution: "42" },
      ["conversations", null, "ground_truth_solution", null],
    ],
    [
      "NuminaMath",
      { source: "x", problem: "6 × 7?", solution: "\\boxed{42}", messages: [], completion: "42" },
      ["completion", "problem", "solution", null],
    ],
    [
      "NuminaMath",
      { problem: "?", solution: "…", answer: "42", output: "42" },
      ["output", "problem", "answer", null],
    ],
    [
      "a plain table",
      { question: "?", prediction: "42", gold: "42" },
      ["prediction", "question", "gold", null],
    ],
    ["unknown", { text: "42", gold: "42" }, [null, null, null, null]],
  ])("knows %s", (name, row, [completion, prompt, reference, referenceMark]) => {
    expect(guessShape(row as Record<string, unknown>)).toEqual({
      name,
      completion,
      prompt,
      reference,
      referenceMark,
    });
  });

  it("finds prompt and reference where the completion's field is told", () => {
    const row = { problem: "?", solution: "…", answer: "42", mine: "42" };
    expect(guessShape(row, true)).toMatchObject({
      name: "NuminaMath",
      prompt: "problem",
      reference: "answer",
    });
  });
});
