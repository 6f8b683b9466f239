import {
  type AnswerColumns,
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  isUnusable,
  readReferences,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { pythonInt } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link multiply}. */
export interface MultiplyOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "tinyzero";
  /** Score of a wrong integer. @default 0 */
  readonly formatScore?: number;
}

/**
 * 1 if the answer is the integer in the column `solution`, digit for digit and of any size; `formatScore` for another
 * integer, 0 for anything else. Integers are what Python's `int` reads.
 *
 * `null` if the solution is no integer; products beyond 2^53 have to be texts, since JSON numbers lose their digits.
 * TinyZero's `multiply` is the preset `tinyzero`.
 */
export const multiply: RewardFactory<RolloutReward<AnswerColumns>, MultiplyOptions> = defineReward({
  name: "multiply",
  summary: "1 if the answer is the right integer, of any size, else 0.",
  family: "puzzles",
  source: "TinyZero (multiply).",
  range: ({ formatScore = 0 }: MultiplyOptions) => rangeOver(0, 1, formatScore),
  columns: ["solution"],
  options: {
    ...extractionSchema("auto"),
    formatScore: { type: "number", default: 0, description: "Score of a wrong integer." },
  },
  presets: { tinyzero: { extract: "line", formatScore: 0.1 } },
  rollout: (options: MultiplyOptions) => {
    const { formatScore = 0 } = options;
    const read = answerReader(options, "auto");
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, pythonInt);
      if (isUnusable(references)) return references;
      const answer = pythonInt(read(completion.text) ?? "");
      if (answer === null) return 0;
      return references.includes(answer) ? 1 : formatScore;
    };
  },
});
