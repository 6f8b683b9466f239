import { describe, expect, it } from "vitest";
import { majorityAtK } from "../../../../src/advantage/index.js";
import {
  addAnswer,
  type AnswerClass,
  type AreEqual,
  mathematicalEquality,
} from "../../../../src/cli/stats/answer-classes.js";
import { rememberedMajority } from "../../../../src/cli/stats/majority.js";

const exact: AreEqual = () => false;

function classesOf(
  answers: readonly string[],
  correct: readonly string[],
  areEqual: AreEqual,
): AnswerClass[] {
  const classes: AnswerClass[] = [];
  for (const answer of answers) addAnswer(classes, answer, correct.includes(answer), areEqual);
  return classes;
}

describe("addAnswer", () => {
  const answers = ["0.5", "\\frac{1}{2}", "2", "1/2", "x"];

  it("joins answers that are the same mathematics, of which one is correct", () => {
    expect(classesOf(answers, ["1/2"], mathematicalEquality())).toEqual([
      { text: "0.5", size: 3, isCorrect: true },
      { text: "2", size: 1, isCorrect: false },
      { text: "x", size: 1, isCorrect: false },
    ]);
  });

  it("joins the same texts alone where that is asked", () => {
    expect(classesOf([...answers, "2"], [], exact).map(({ size }) => size)).toEqual([1, 1, 2, 1, 1]);
  });

  it("remembers no long answer, and asks no verifier of it", () => {
    const long = "9".repeat(100_000);
    const [first, second, ...none] = classesOf([long, "9", long], [], mathematicalEquality());
    expect(none).toEqual([]);
    expect(first?.text.length).toBeLessThan(100);
    expect([first?.size, second?.size]).toEqual([2, 1]);
  });
});

describe("rememberedMajority", () => {
  it("is maj@k, with completions without an answer", () => {
    const majorityOf = rememberedMajority();
    const classes = classesOf(["a", "b", "a", "c"], ["a"], exact);
    const votes = ["a", "a", "b", "c", null, null].map((answer) => ({ answer, isCorrect: answer === "a" }));
    for (const k of [1, 2, 4, 6, 4])
      expect(majorityOf(classes, 6, k)).toBeCloseTo(majorityAtK([votes], { k }).value, 12);
    expect(majorityOf([], 3, 2)).toBe(0);
  });
});
