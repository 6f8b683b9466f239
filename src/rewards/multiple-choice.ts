import {
  answerReader,
  type Choices,
  type ExtractionOptions,
  extractionSchema,
  findChoice,
  letterAt,
  makeChoices,
  readChoice,
  unusableReference,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Columns of {@link multipleChoice}. */
export interface MultipleChoiceColumns {
  /** The right option: its letter, its text, or its index from 0. */
  readonly solution: string | number | null;
  /** The texts of the options, in order, or by letter. */
  readonly choices?: readonly string[] | Readonly<Record<string, string>> | null;
}

/** Options of {@link multipleChoice}. */
export interface MultipleChoiceOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "slime" | "eval-protocol";
  /** How many options a question has where the column `choices` does not say; they are A, B and so on. @default 10 */
  readonly optionCount?: number;
}

/** The texts of the column `choices`; none if there is no such column, `null` if it is unusable. */
function choiceTexts(column: unknown): readonly string[] | null {
  if (column === undefined || column === null) return [];
  if (typeof column !== "object") return null;
  const texts: readonly unknown[] = Array.isArray(column) ? column : Object.values(column);
  const isUsable = texts.length > 1 && texts.length <= 26 && texts.every((text) => typeof text === "string");
  return isUsable ? texts : null;
}

function solutionLetter(solution: unknown, choices: Choices): string | null {
  if (typeof solution === "number") return letterAt(choices, solution);
  return typeof solution === "string" ? readChoice(solution, choices) : null;
}

/**
 * 1 if the option that the completion chooses is the one in the column `solution`, else 0.
 *
 * The choice is the content of the last `<answer>` or box, else what the last sentence such as "The answer is (B)"
 * states, else the only option that is named. The option's text counts as its letter where the column `choices` gives
 * it. Who names several options, joins two by "or", or denies one without stating another, has chosen none. `null` if
 * the solution is no option. Logs the letter as `extracted`.
 *
 * slime's `gpqa` (preset `slime`) and eval-protocol's `multiple_choice_math_reward` (`eval-protocol`), without the hedges
 * that they pay for.
 */
export const multipleChoice: RewardFactory<
  RolloutReward<MultipleChoiceColumns>,
  MultipleChoiceOptions
> = defineReward({
  name: "multiple_choice",
  summary: "1 if the completion chooses the right option and no other, else 0.",
  family: "math",
  source: "slime (gpqa); eval-protocol (multiple_choice_math_reward); GPQA (arXiv:2311.12022).",
  range: [0, 1],
  columns: ["solution"],
  optionalColumns: ["choices"],
  extra: ["extracted"],
  options: {
    ...extractionSchema("auto"),
    optionCount: {
      type: "integer",
      minimum: 2,
      maximum: 26,
      default: 10,
      description: "How many options a question has where the column choices does not say.",
    },
  },
  presets: { slime: {}, "eval-protocol": { optionCount: 5 } },
  rollout: (options: MultipleChoiceOptions) => {
    const { optionCount = 10 } = options;
    const read = answerReader(options, "auto");
    return ({ task, completion }) => {
      const texts = choiceTexts(task.columns.choices);
      if (texts === null) return unusableReference("bad_choices");
      const choices = makeChoices(optionCount, texts);
      const expected = solutionLetter(task.columns.solution, choices);
      if (expected === null) return unusableReference("not_an_option");
      const answer = read(completion.text);
      const extracted = answer === null ? null : findChoice(answer, choices);
      return { score: Number(extracted === expected), extra: { extracted } };
    };
  },
});
