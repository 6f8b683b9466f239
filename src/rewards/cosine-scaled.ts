import { RewardError, type RolloutReward, type SolutionColumns } from "../core/index.js";
import type { JsonSchema } from "../schema/index.js";
import { completionLength, type LengthUnit } from "../text/index.js";
import { judgeAccuracy } from "./accuracy.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { READS_TOKEN_COUNT, unitOption } from "./length-options.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link cosineScaled}. */
export interface CosineScaledOptions {
  /**
   * The numbers of another system: `open-r1` of its function, `open-r1-cli` of its command line, under which short
   * wrong answers lose nothing.
   */
  readonly preset?: "open-r1" | "open-r1-cli" | "trl" | "ms-swift";
  /** Score of the shortest wrong completion. @default -1 */
  readonly minValueWrong?: number;
  /** Score of a wrong completion of `maxLength`. @default -0.5 */
  readonly maxValueWrong?: number;
  /** Score of a correct completion of `maxLength`. @default 0.5 */
  readonly minValueCorrect?: number;
  /** Score of the shortest correct completion. @default 1 */
  readonly maxValueCorrect?: number;
  /** Length at which the curve ends; longer completions score as this length. @default 1000 */
  readonly maxLength?: number;
  /** What lengths count. @default "characters" */
  readonly unit?: LengthUnit;
}

/** Half a cosine wave from `atZero` to `atEnd`, for `progress` from 0 to 1. */
function cosine([atZero, atEnd]: readonly [number, number], progress: number): number {
  return atEnd + 0.5 * (atZero - atEnd) * (1 + Math.cos(progress * Math.PI));
}

/** The scores at length 0 and at `maxLength`, of a wrong and of a correct completion. */
function valuesOf(options: CosineScaledOptions): Readonly<Record<"wrong" | "correct", [number, number]>> {
  const { minValueWrong = -1, maxValueWrong = -0.5, minValueCorrect = 0.5, maxValueCorrect = 1 } = options;
  return { wrong: [minValueWrong, maxValueWrong], correct: [maxValueCorrect, minValueCorrect] };
}

function checkValues({ wrong, correct }: ReturnType<typeof valuesOf>): void {
  const [best, worst] = [Math.max(...wrong), Math.min(...correct)];
  if (best <= worst) return;
  throw new RewardError(
    "bad_options",
    `Options of cosine_scaled: a wrong completion may score ${best} and a correct one ${worst}; ` +
      "minValueWrong and maxValueWrong must not be more than minValueCorrect and maxValueCorrect.",
  );
}

const value = (byDefault: number, description: string): JsonSchema => ({
  type: "number",
  default: byDefault,
  description,
});

/**
 * Accuracy scaled by length along half a cosine wave: a correct answer is worth more when it is short, a wrong
 * one loses less when it is long. `null` where accuracy is `null`.
 *
 * Section C.1 of "Demystifying Long Chain-of-Thought Reasoning" (arXiv:2502.03373); the `cosine` reward of
 * open-r1 (characters), TRL and ms-swift (tokens), clamped at `maxLength` as in TRL: in the others the curve turns at
 * `maxLength`, so that rambling on pays.
 *
 * @throws {RewardError} `bad_options` if a wrong completion could score more than a correct one
 */
export const cosineScaled: RewardFactory<RolloutReward<SolutionColumns>, CosineScaledOptions> = defineReward({
  name: "cosine_scaled",
  summary: "Accuracy scaled by length: short and correct is best, short and wrong is worst.",
  family: "length",
  source:
    "Demystifying Long Chain-of-Thought Reasoning (arXiv:2502.03373), section C.1; open-r1, TRL and ms-swift (cosine).",
  range: (options: CosineScaledOptions) => {
    const { wrong, correct } = valuesOf(options);
    return rangeOver(...wrong, ...correct);
  },
  columns: ["solution"],
  optionalColumns: ["n_tokens"],
  readsWhen: READS_TOKEN_COUNT,
  presets: {
    "open-r1": {},
    "open-r1-cli": { minValueWrong: 0 },
    trl: { unit: "tokens" },
    "ms-swift": { unit: "tokens", minValueWrong: -0.5, maxValueWrong: 0 },
  },
  options: {
    minValueWrong: value(-1, "Score of the shortest wrong completion."),
    maxValueWrong: value(-0.5, "Score of a wrong completion of maxLength."),
    minValueCorrect: value(0.5, "Score of a correct completion of maxLength."),
    maxValueCorrect: value(1, "Score of the shortest correct completion."),
    maxLength: {
      type: "integer",
      minimum: 1,
      default: 1000,
      description: "Length at which the curve ends.",
    },
    unit: unitOption("characters"),
  },
  rollout: (options: CosineScaledOptions) => {
    const { maxLength = 1000, unit = "characters" } = options;
    const values = valuesOf(options);
    checkValues(values);
    return ({ task, completion }) => {
      const { score, verdict } = judgeAccuracy(task.columns.solution, completion.text);
      const reasons = verdict && { verdict };
      if (score === null) return { score, ...reasons };
      const progress = Math.min(completionLength(completion, unit) / maxLength, 1);
      return { score: cosine(score === 1 ? values.correct : values.wrong, progress), ...reasons };
    };
  },
});
