import {
  type AnswerColumns,
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  isUnusable,
  NORMAL_FORMS,
  readReferences,
  tokenOverlap,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link tokenF1}. */
export interface TokenF1Options extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "slime" | "open-instruct" | "re-search";
  /** Whether "yes", "no" and "noanswer" overlap with nothing but themselves. @default true */
  readonly wholeAnswers?: boolean;
  /** Score of an answer that shares no word with any accepted one. @default 0 */
  readonly formatScore?: number;
}

/**
 * The F1 of the words that the answer shares with the accepted answer in the column `solution`, from 0 to 1; the best
 * of several accepted answers. Lower case, without punctuation and articles. Logs `precision` and `recall`.
 *
 * `null` if no accepted answer has a word. SQuAD's F1; slime's `f1` (preset `slime`), and open-instruct's `string_f1`
 * (`open-instruct`) and `re_search_f1` (`re-search`).
 */
export const tokenF1: RewardFactory<RolloutReward<AnswerColumns>, TokenF1Options> = defineReward({
  name: "token_f1",
  summary: "The F1 of the words that the answer shares with the accepted answer.",
  family: "math",
  source:
    "SQuAD (arXiv:1606.05250); slime (f1); open-instruct (string_f1, re_search_f1); ReSearch (arXiv:2503.19470).",
  range: ({ formatScore = 0 }: TokenF1Options) => rangeOver(0, 1, formatScore),
  columns: ["solution"],
  extra: ["precision", "recall"],
  options: {
    ...extractionSchema("auto"),
    wholeAnswers: {
      type: "boolean",
      default: true,
      description: 'Whether "yes", "no" and "noanswer" overlap with nothing but themselves.',
    },
    formatScore: {
      type: "number",
      default: 0,
      description: "Score of an answer that shares no word with any accepted one.",
    },
  },
  presets: {
    slime: { extract: "text" },
    "open-instruct": { extract: "untagged", wholeAnswers: false },
    "re-search": { extract: "tagged", tag: "finish", wholeAnswers: false, formatScore: 0.1 },
  },
  rollout: (options: TokenF1Options) => {
    const { wholeAnswers = true, formatScore = 0 } = options;
    const read = answerReader(options, "auto");
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, NORMAL_FORMS.squad);
      if (isUnusable(references)) return references;
      const answer = read(completion.text);
      if (answer === null) return { score: 0, extra: { precision: 0, recall: 0 } };
      const overlaps = references.map((reference) => tokenOverlap(answer, reference, wholeAnswers));
      const { f1, precision, recall } = overlaps.reduce((best, each) => (each.f1 > best.f1 ? each : best));
      return { score: f1 === 0 && answer !== "" ? formatScore : f1, extra: { precision, recall } };
    };
  },
});
