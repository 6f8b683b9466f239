import { majorityAtK, type Vote } from "../../advantage/index.js";
import type { AnswerClass } from "./answer-classes.js";

/** Groups of the same votes are computed once; they are common, and the sum over all draws takes a while. */
const MAX_REMEMBERED = 100_000;

/** The probability that the majority of k of a group's completions is correct. */
export type MajorityOf = (classes: readonly AnswerClass[], completions: number, k: number) => number;

function votesOf(classes: readonly AnswerClass[], completions: number): Vote[] {
  const votes = classes.flatMap(({ size, isCorrect }, at): Vote[] =>
    new Array<Vote>(size).fill({ answer: `${at}`, isCorrect }),
  );
  const silent: Vote = { answer: null, isCorrect: false };
  return [...votes, ...new Array<Vote>(completions - votes.length).fill(silent)];
}

export function rememberedMajority(): MajorityOf {
  const known = new Map<string, number>();
  return (classes, completions, k) => {
    const sizes = classes.map(({ size, isCorrect }) => `${size}${isCorrect ? "+" : "-"}`).sort();
    const key = `${k} of ${completions}: ${sizes.join(" ")}`;
    const value = known.get(key) ?? majorityAtK([votesOf(classes, completions)], { k }).value;
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
}
