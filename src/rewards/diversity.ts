import type { Completion, GroupReward } from "../core/index.js";
import { extractAnswer } from "../math/index.js";
import { choice } from "../schema/index.js";
import { ngramIndex, splitWords } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** What {@link diversity} compares. */
export type DiversityMeasure = "siblings" | "answers" | "vocabulary";

/** Options of {@link diversity}. */
export interface DiversityOptions {
  /** The measure of another system: `eval-protocol` of its `diversity_reward`, which looks at one text alone. */
  readonly preset?: "eval-protocol";
  /**
   * `siblings`: how few of a text's n-grams the other texts of the group have; `answers`: how few of the others give
   * the same final answer; `vocabulary`: how few n-grams a text repeats itself.
   * @default "siblings"
   */
  readonly measure?: DiversityMeasure;
  /** How many words make an n-gram that is compared with the siblings'. @default 3 */
  readonly ngramSize?: number;
}

type Measure = (completions: readonly Completion[]) => number[];

/** How rare the things of each completion are among the other completions: numbers less than a limit. */
function rarities(things: readonly Int32Array[], limit: number): number[] {
  const holders = new Int32Array(limit);
  const lastHolder = new Int32Array(limit).fill(-1);
  const sets = things.map((each, holder) => distinctOf(each, holder, lastHolder));
  for (const set of sets) for (const thing of set) holders[thing] = (holders[thing] as number) + 1;
  return sets.map((set) => rarity(set, holders, sets.length - 1));
}

/** The numbers of a holder without repetition. */
function distinctOf(numbers: Int32Array, holder: number, lastHolder: Int32Array): Int32Array {
  const distinct = new Int32Array(numbers.length);
  let count = 0;
  for (const number of numbers) {
    if (lastHolder[number] === holder) continue;
    lastHolder[number] = holder;
    distinct[count++] = number;
  }
  return distinct.subarray(0, count);
}

/** 1 less the mean share of the siblings that hold a number; 0 for who holds none, and without siblings. */
function rarity(set: Int32Array, holders: Int32Array, siblings: number): number {
  if (set.length === 0 || siblings === 0) return 0;
  let shared = 0;
  for (const thing of set) shared += (holders[thing] as number) - 1;
  return 1 - shared / (set.length * siblings);
}

function amongSiblings(ngramSize: number): Measure {
  const ngrams = ngramIndex(ngramSize);
  return (completions) => {
    ngrams.clear();
    const places = completions.map(({ text }) => ngrams.ofText(text, splitWords));
    return rarities(places, ngrams.length());
  };
}

/** The final answer without white space is the only thing that counts; no answer is nothing. */
const ofAnswers: Measure = (completions) => {
  const answers = completions.map(({ text }) => extractAnswer(text)?.text.replace(/\s+/g, "") ?? "");
  const things = answers.map((answer) => Int32Array.of(...(answer === "" ? [] : [answers.indexOf(answer)])));
  return rarities(things, answers.length);
};

/** By the size of an n-gram, the weight of its distinctness, as in eval-protocol. */
const SIZE_WEIGHTS: readonly (readonly [size: number, weight: number])[] = [
  [1, 0.2],
  [2, 0.3],
  [3, 0.5],
];

function vocabularyOf({ text }: Completion): number {
  let distinct = 0;
  let total = 0;
  for (const [size, weight] of SIZE_WEIGHTS) {
    const ngrams = ngramIndex(size);
    const { length } = ngrams.ofText(text, splitWords);
    if (length === 0) continue;
    distinct += (weight * ngrams.distinct()) / length;
    total += weight;
  }
  return total === 0 ? 0 : distinct / total;
}

const MEASURES: Readonly<Record<DiversityMeasure, (ngramSize: number) => Measure>> = {
  siblings: amongSiblings,
  answers: () => ofAnswers,
  vocabulary: () => (completions) => completions.map(vocabularyOf),
};

/**
 * How unlike the other completions of its group a completion is: the mean, over its distinct n-grams, of the share of
 * siblings that lack them. Equal texts score 0, texts without a common n-gram 1, an empty text and a group of one 0.
 * Range 0 to 1. The work is linear in the length of all texts together.
 *
 * It pays for being different, not for being right: put it behind a `gate`. `vocabulary` is the `diversity_reward` of
 * eval-protocol, from distinct-n (arXiv:1510.03055), where n-grams that a short text cannot have count for nothing; in
 * the original each of them adds a point, so that one word scores above 1.
 */
export const diversity: RewardFactory<GroupReward, DiversityOptions> = defineReward({
  name: "diversity",
  summary: "How unlike the other completions of its group a completion is.",
  family: "text",
  source: "Distinct-n (arXiv:1510.03055); eval-protocol (diversity_reward).",
  range: [0, 1],
  presets: { "eval-protocol": { measure: "vocabulary" } },
  options: {
    measure: choice<DiversityMeasure>("What is compared with what.", {
      siblings: "how few of a text's n-grams the other texts of the group have",
      answers: "how few of the others give the same final answer",
      vocabulary: "how few n-grams a text repeats itself",
    }),
    ngramSize: {
      type: "integer",
      minimum: 1,
      default: 3,
      description: "How many words make an n-gram that is compared with the siblings'.",
    },
  },
  group: ({ measure = "siblings", ngramSize = 3 }: DiversityOptions) => {
    const measureOf = MEASURES[measure](ngramSize);
    return ({ completions }) => measureOf(completions);
  },
});
