import {
  type AnswerColumns,
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  isUnusable,
  type Normalization,
  NORMAL_FORMS,
  readReferences,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { countOccurrences } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link exactMatch}. */
export interface ExactMatchOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "search-r1" | "nemo-rl" | "will-brown" | "open-instruct" | "re-search";
  /** What the answer and the solution may differ in. @default "case" */
  readonly normalization?: Normalization;
  /** Score of a right answer. @default 1 */
  readonly score?: number;
  /** Score of a wrong answer that stands where answers stand. @default 0 */
  readonly formatScore?: number;
  /** With more opening or closing tags than this, a right answer earns a quarter; 0 for any number. @default 10 */
  readonly maxTags?: number;
}

/**
 * `score` if the answer is one of the accepted ones in the column `solution`, text for text after normalisation.
 *
 * `null` if no accepted answer is left after normalisation. The `search_r1` exact match of verl (preset `search-r1`),
 * NeMo-RL's `exact_answer_alphanumeric_reward` (`nemo-rl`), Will Brown's `correctness_reward_func` (`will-brown`: 2 or
 * 0) and open-instruct's `string_matcher` and `re_search`. Unlike theirs, an empty answer never equals an empty
 * solution, and an answer within the thinking is none.
 */
export const exactMatch: RewardFactory<RolloutReward<AnswerColumns>, ExactMatchOptions> = defineReward({
  name: "exact_match",
  summary: "1 if the answer is one of the accepted answers after normalisation, else 0.",
  family: "math",
  source:
    "SQuAD (arXiv:1606.05250); Search-R1 (arXiv:2503.09516) as in verl; NeMo-RL (exact_answer_alphanumeric); " +
    "Will Brown's GRPO demo (correctness); open-instruct (string_matcher, re_search).",
  range: ({ score = 1, formatScore = 0 }: ExactMatchOptions) => rangeOver(0, score, formatScore),
  columns: ["solution"],
  options: {
    ...extractionSchema("auto"),
    normalization: {
      enum: ["case", "none", "squad", "alphanumeric"],
      default: "case",
      description: "What the answer and the solution may differ in.",
    },
    score: { type: "number", default: 1, description: "Score of a right answer." },
    formatScore: { type: "number", default: 0, description: "Score of a wrong answer in the right place." },
    maxTags: {
      type: "integer",
      minimum: 0,
      default: 10,
      description:
        "More opening or closing tags than this leave a quarter of the score; 0 allows any number.",
    },
  },
  presets: {
    "search-r1": { extract: "tagged", normalization: "squad" },
    "nemo-rl": { extract: "outer", normalization: "alphanumeric", maxTags: 0 },
    "will-brown": { extract: "loose", normalization: "none", score: 2, maxTags: 0 },
    "open-instruct": { extract: "tagged", normalization: "squad", maxTags: 0 },
    "re-search": { extract: "tagged", tag: "finish", normalization: "squad", maxTags: 0 },
  },
  rollout: (options: ExactMatchOptions) => {
    const { normalization = "case", score = 1, formatScore = 0, maxTags = 10, tag = "answer" } = options;
    const read = answerReader(options, "auto");
    const toForm = NORMAL_FORMS[normalization];
    const hasMany = (text: string): boolean =>
      maxTags > 0 &&
      Math.max(...[`<${tag}>`, `</${tag}>`].map((each) => countOccurrences(text, each))) > maxTags;
    return ({ task, completion: { text } }) => {
      const references = readReferences(task.columns.solution, toForm);
      if (isUnusable(references)) return references;
      const answer = read(text);
      if (answer === null) return 0;
      if (!references.includes(toForm(answer))) return formatScore;
      return hasMany(text) ? score / 4 : score;
    };
  },
});
