import { createHash } from "node:crypto";
import { createVerifier } from "../../math/index.js";

/** Whether two answers are the same. */
export type AreEqual = (a: string, b: string) => boolean;

/** Answers of a group that are the same. */
export interface AnswerClass {
  readonly text: string;
  size: number;
  /** Whether one of them is correct. */
  isCorrect: boolean;
}

/** A longer answer is the same as one of the same letters alone, and remembered by its hash. */
const MAX_CHARACTERS = 200;

/** A group of more different answers than this has no majority that a verifier could still find. */
const MAX_COMPARED = 32;

/** So many comparisons are remembered: the same wrong answers come again and again. */
const MAX_REMEMBERED = 50_000;

/** Compares answers as the reward `accuracy` compares one with its reference. */
export function mathematicalEquality(): AreEqual {
  const verifier = createVerifier();
  const known = new Map<string, boolean>();
  return (reference, answer) => {
    const key = JSON.stringify([reference, answer]);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const isEqual = verifier.verifyAnswer({ reference, answer }).verdict.status === "correct";
    known.set(key, isEqual);
    return isEqual;
  };
}

/** Counts an answer to the class of those that are the same. */
export function addAnswer(
  classes: AnswerClass[],
  answer: string,
  isCorrect: boolean,
  areEqual: AreEqual,
): void {
  const isLong = answer.length > MAX_CHARACTERS;
  const text = isLong ? createHash("sha256").update(answer).digest("base64") : answer;
  const known =
    classes.find((each) => each.text === text) ??
    (isLong || classes.length > MAX_COMPARED ? undefined : classes.find((each) => areEqual(each.text, text)));
  if (known === undefined) {
    classes.push({ text, size: 1, isCorrect });
    return;
  }
  known.size++;
  known.isCorrect ||= isCorrect;
}
