import { squadForm } from "./normal-form.js";

/** How much of the words of an answer and of its reference is the same. */
export interface TokenOverlap {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

const NONE: TokenOverlap = { f1: 0, precision: 0, recall: 0 };

/** Answers that are right or wrong as a whole, in normal form. */
const WHOLE_ANSWERS: ReadonlySet<string> = new Set(["yes", "no", "noanswer"]);

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The F1 of SQuAD: the words of both texts in normal form, each as often as it occurs. With `wholeAnswers`, "yes", "no"
 * and "noanswer" overlap with nothing but themselves, as in HotpotQA.
 */
export function tokenOverlap(answer: string, reference: string, wholeAnswers = false): TokenOverlap {
  const [stated, expected] = [squadForm(answer), squadForm(reference)];
  if (stated === "" || expected === "") return NONE;
  if (wholeAnswers && stated !== expected && (WHOLE_ANSWERS.has(stated) || WHOLE_ANSWERS.has(expected))) {
    return NONE;
  }
  const [answerWords, referenceWords] = [stated.split(" "), expected.split(" ")];
  const left = countWords(referenceWords);
  let same = 0;
  for (const word of answerWords) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    same++;
    left.set(word, count - 1);
  }
  if (same === 0) return NONE;
  const precision = same / answerWords.length;
  const recall = same / referenceWords.length;
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall };
}
