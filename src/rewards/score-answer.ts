import {
  type AnswerColumns,
  answerReader,
  type Containment,
  type ExtractionOptions,
  extractionSchema,
  isUnusable,
  partialCredit,
  readReferences,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { pythonStrip } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link scoreAnswer}. */
export interface ScoreAnswerOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "reasoning-gym" | "reasoning-gym-decimal";
  /** Whether two decimal numerals of the same value are the same: `+01,000.00` and `1000`. @default false */
  readonly decimals?: boolean;
  /**
   * What an answer that holds the solution earns: nothing, or its share in the answer's length, if the solution stands
   * in it as whole words and no other answer beside it, or anywhere.
   * @default "words"
   */
  readonly contained?: Containment;
}

/**
 * 1 if the answer is the column `solution`; if it holds it, the share of the answer that the solution is, in code
 * points; else 0. The best of several solutions; `null` if there is none that is not empty.
 *
 * The default `score_answer` of reasoning-gym (preset `reasoning-gym`), and its `compute_decimal_reward`
 * (`reasoning-gym-decimal`). Both presets pay two thirds for 420 where 42 is right; the default pays only for whole
 * words, and not for lists, alternatives, denials and bounds. `contained: "nowhere"` has no partial credit.
 */
export const scoreAnswer: RewardFactory<RolloutReward<AnswerColumns>, ScoreAnswerOptions> = defineReward({
  name: "score_answer",
  summary: "1 for the solution, the share that it is of an answer which holds it, else 0.",
  family: "math",
  source: "reasoning-gym (ProceduralDataset.score_answer, compute_decimal_reward).",
  range: [0, 1],
  columns: ["solution"],
  options: {
    ...extractionSchema("tagged"),
    decimals: {
      type: "boolean",
      default: false,
      description: "Whether two decimal numerals of the same value are the same.",
    },
    contained: {
      enum: ["words", "nowhere", "anywhere"],
      default: "words",
      description: "Where the solution has to stand in an answer that earns a share.",
    },
  },
  presets: {
    "reasoning-gym": { contained: "anywhere" },
    "reasoning-gym-decimal": { contained: "anywhere", decimals: true },
  },
  rollout: (options: ScoreAnswerOptions) => {
    const { decimals = false, contained = "words" } = options;
    const read = answerReader(options, "tagged");
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, pythonStrip);
      if (isUnusable(references)) return references;
      const answer = read(completion.text) ?? "";
      return Math.max(...references.map((each) => partialCredit(answer, each, { decimals, contained })));
    };
  },
});
