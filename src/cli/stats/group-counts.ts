import { completionText, type Score } from "../../core/index.js";
import { codePointLength } from "../../text/length.js";
import { answerOf, type ScoredRow, type ScoredSample } from "../scored/scored-row.js";
import { addAnswer, type AnswerClass, type AreEqual } from "./answer-classes.js";

/** What says of completions what is counted. */
export interface Measures {
  /** The reward that says what is correct; `null` if none does. */
  readonly correctness: string | null;
  readonly threshold: number;
  readonly areEqual: AreEqual;
}

/** Values, summed. */
export interface Sum {
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** What is counted of the completions of a prompt. */
export interface GroupCounts {
  /** Where the group begins, and what is the same in all its rows; `null` if nothing is. */
  readonly source: string;
  readonly line: number;
  readonly key: string | null;
  completions: number;
  correct: number;
  /** Completions of which is known whether they are correct. */
  judged: number;
  /** Of the weighted sums. */
  readonly reward: Sum;
  /** By reward, in the order of the data set's. */
  readonly sums: Map<string, { count: number; nulls: number; sum: number }>;
  readonly classes: AnswerClass[];
  /** In characters. */
  readonly lengths: Sum;
}

export const emptySum = (): Sum => ({ count: 0, sum: 0, min: Infinity, max: -Infinity });

export function newGroup({ source, line, group }: ScoredRow): GroupCounts {
  return {
    ...{ source, line, key: group, completions: 0, correct: 0, judged: 0 },
    reward: emptySum(),
    sums: new Map(),
    classes: [],
    lengths: emptySum(),
  };
}

/** Adds a value. */
export function addTo(counts: Sum, value: number): void {
  counts.count++;
  counts.sum += value;
  counts.min = Math.min(counts.min, value);
  counts.max = Math.max(counts.max, value);
}

function addScore({ sums }: GroupCounts, name: string, score: Score): void {
  const known = sums.get(name) ?? { count: 0, nulls: 0, sum: 0 };
  sums.set(name, known);
  if (score === null) known.nulls++;
  else known.count++;
  known.sum += score ?? 0;
}

/** Whether a completion is correct; `null` if that is not known. */
export function isCorrect({ scores }: ScoredSample, { correctness, threshold }: Measures): boolean | null {
  const score = correctness === null ? null : (scores[correctness] ?? null);
  return score === null ? null : score >= threshold;
}

/** Counts a completion. */
export function addSample(group: GroupCounts, sample: ScoredSample, measures: Measures): void {
  group.completions++;
  for (const [name, score] of Object.entries(sample.scores)) addScore(group, name, score);
  if (sample.reward !== null) addTo(group.reward, sample.reward);
  const judged = isCorrect(sample, measures);
  if (judged !== null) group.judged++;
  if (judged === true) group.correct++;
  const answer = answerOf(sample, measures.correctness);
  if (answer !== null) addAnswer(group.classes, answer, judged === true, measures.areEqual);
  if (sample.completion !== null) addTo(group.lengths, codePointLength(completionText(sample.completion)));
}
