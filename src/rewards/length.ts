import type { GroupReward, RewardResult, SolutionColumns } from "../core/index.js";
import { completionLength, type LengthUnit } from "../text/index.js";
import { judgeAccuracy } from "./accuracy.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { READS_TOKEN_COUNT, unitOption } from "./length-options.js";

/** Options of {@link length}. */
export interface LengthOptions {
  /** The unit of another system: `kimi` counts tokens, `open-r1` characters. */
  readonly preset?: "kimi" | "open-r1";
  /** What lengths count. @default "characters" */
  readonly unit?: LengthUnit;
}

/**
 * Compares each completion's length to its group's shortest and longest: with
 * `λ = 0.5 - (length - min) / (max - min)`, a correct completion scores λ and a wrong one `min(0, λ)`. A group
 * of equal lengths scores 0; a solution that cannot be judged gives `null`. Range -0.5 to 0.5.
 *
 * The length reward of Kimi k1.5 (arXiv:2501.12599, section 2.3.3); open-r1's `length`, over the group instead
 * of the batch.
 */
export const length: RewardFactory<GroupReward<SolutionColumns>, LengthOptions> = defineReward({
  name: "length",
  summary: "Shorter than the rest of the group is better, and a wrong answer never gains by it.",
  family: "length",
  source: "Kimi k1.5 (arXiv:2501.12599), section 2.3.3; open-r1 (length).",
  range: [-0.5, 0.5],
  columns: ["solution"],
  optionalColumns: ["n_tokens"],
  readsWhen: READS_TOKEN_COUNT,
  presets: { kimi: { unit: "tokens" }, "open-r1": {} },
  options: {
    unit: unitOption("characters"),
  },
  group: ({ unit = "characters" }: LengthOptions) => {
    return ({ task, completions }) => {
      const lengths = completions.map((completion) => completionLength(completion, unit));
      const [min, max] = extent(lengths);
      return completions.map(({ text }, i): RewardResult => {
        const judged = judgeAccuracy(task.columns.solution, text);
        if (judged.score === null || min === max) return { ...judged, score: judged.score && 0, extra: {} };
        const lambda = 0.5 - ((lengths[i] ?? 0) - min) / (max - min);
        return { ...judged, score: judged.score === 1 ? lambda : Math.min(0, lambda), extra: {} };
      });
    };
  },
});

function extent(values: readonly number[]): [min: number, max: number] {
  return values.reduce<[number, number]>(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [Infinity, -Infinity],
  );
}
