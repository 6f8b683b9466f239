import {
  type AnswerColumns,
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  isHedged,
  isUnusable,
  type Normalization,
  NORMAL_FORMS,
  readReferences,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { pythonSplit } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link substringMatch}. */
export interface SubstringMatchOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "search-r1";
  /** What the answer and the solution may differ in. @default "squad" */
  readonly normalization?: Exclude<Normalization, "alphanumeric">;
  /** Whether the solution must stand in the answer as whole words. @default true */
  readonly wholeWords?: boolean;
  /** How many words more than the solution the answer may have; 0 for any number. @default 10 */
  readonly maxExtraWords?: number;
  /** Whether an answer that offers another one beside the solution, or denies it, holds it. @default "reject" */
  readonly hedges?: "reject" | "accept";
  /** Score of a wrong answer that stands where answers stand. @default 0 */
  readonly formatScore?: number;
}

/** An accepted answer, as it is written and as it is compared. */
interface Accepted {
  readonly text: string;
  readonly form: string;
}

/**
 * 1 if the answer holds one of the accepted ones in the column `solution`, else 0.
 *
 * A weak check: whatever stands around the solution, a policy learns to say more. Prefer `exact_match` or `token_f1`.
 * By default lists, alternatives, denials and bounds (`40, 42 or 44`, `not 42`, `-42`) hold nothing, as far as words and
 * signs tell them, nor do answers longer than `maxExtraWords` allows. The `search_r1` substring match of verl (preset
 * `search-r1`) takes them all; unlike there, an empty solution is never held, but `null`.
 */
export const substringMatch: RewardFactory<
  RolloutReward<AnswerColumns>,
  SubstringMatchOptions
> = defineReward({
  name: "substring_match",
  summary: "1 if the answer holds one of the accepted answers and offers no other, else 0.",
  family: "math",
  source: "Search-R1 (arXiv:2503.09516) as in verl (search_r1_like_qa_em, subem).",
  range: ({ formatScore = 0 }: SubstringMatchOptions) => rangeOver(0, 1, formatScore),
  columns: ["solution"],
  options: {
    ...extractionSchema("tagged"),
    normalization: {
      enum: ["squad", "none", "case"],
      default: "squad",
      description: "What the answer and the solution may differ in.",
    },
    wholeWords: {
      type: "boolean",
      default: true,
      description: "Whether the solution must stand in the answer as whole words.",
    },
    maxExtraWords: {
      type: "integer",
      minimum: 0,
      default: 10,
      description: "How many words more than the solution the answer may have; 0 allows any number.",
    },
    hedges: {
      enum: ["reject", "accept"],
      default: "reject",
      description: "Whether an answer that offers another one beside the solution, or denies it, holds it.",
    },
    formatScore: { type: "number", default: 0, description: "Score of a wrong answer in the right place." },
  },
  presets: { "search-r1": { wholeWords: false, maxExtraWords: 0, hedges: "accept" } },
  rollout: (options: SubstringMatchOptions) => {
    const { normalization = "squad", wholeWords = true, maxExtraWords = 10 } = options;
    const { hedges = "reject", formatScore = 0 } = options;
    const read = answerReader(options, "tagged");
    const toForm = NORMAL_FORMS[normalization];
    const accepted = (text: string): Accepted | null => {
      const form = toForm(text);
      return form === "" ? null : { text, form };
    };
    const holds = (answer: string, words: number, reference: string): boolean => {
      const isHeld = wholeWords ? ` ${answer} `.includes(` ${reference} `) : answer.includes(reference);
      return isHeld && (maxExtraWords === 0 || words - pythonSplit(reference).length <= maxExtraWords);
    };
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, accepted);
      if (isUnusable(references)) return references;
      const answer = read(completion.text);
      if (answer === null) return 0;
      const form = toForm(answer);
      const words = maxExtraWords === 0 ? 0 : pythonSplit(form).length;
      const isRight = references.some(
        (each) => holds(form, words, each.form) && (hedges === "accept" || !isHedged(answer, each.text)),
      );
      return isRight ? 1 : formatScore;
    };
  },
});
