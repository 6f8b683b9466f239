import {
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  unusableReference,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { readRoles, type Roles, statedRoles } from "../puzzles/index.js";
import type { JsonSchema } from "../schema/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Columns of {@link knightsAndKnaves}. */
export interface KnightsAndKnavesColumns {
  /** Lines such as `(1) Zoey is a knave`, or an object such as `{"Zoey": "knave"}`. */
  readonly solution: string | Readonly<Record<string, string | boolean>> | null;
}

/** Options of {@link knightsAndKnaves}. */
export interface KnightsAndKnavesOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "logic-rl";
  /** Score of the right roles. @default 1 */
  readonly correctScore?: number;
  /** Score of other roles. @default 0 */
  readonly wrongScore?: number;
  /** Score of an answer that does not say who is what, or of none. @default 0 */
  readonly unreadableScore?: number;
  /** Added if `</think>` stands before `<answer>`. @default 0 */
  readonly formatScore?: number;
  /** Added if it does not. @default 0 */
  readonly formatPenalty?: number;
}

const score = (byDefault: number, description: string): JsonSchema => ({
  type: "number",
  default: byDefault,
  description,
});

const agree = (a: Roles, b: Roles): boolean => [...a].every(([name, role]) => b.get(name) === role);

/**
 * 1 if the answer gives each person of the column `solution` the right role, knight or knave; else 0. `null` if the
 * solution names nobody's role.
 *
 * Everybody's role has to be said once, without "or", "not" and contradictions. The `kk` reward of Logic-RL
 * (arXiv:2502.14768) and simpleRL-reason is the preset `logic-rl`, from -3 to 3: format 1 or -1, and 2 for the right
 * roles, -1.5 for wrong ones, -2 for none or a wrong format. Unlike theirs, "Zoey is a knight or a knave" is no answer.
 */
export const knightsAndKnaves: RewardFactory<
  RolloutReward<KnightsAndKnavesColumns>,
  KnightsAndKnavesOptions
> = defineReward({
  name: "knights_and_knaves",
  summary: "1 if the answer says rightly of each person whether it is a knight or a knave, else 0.",
  family: "puzzles",
  source: "Logic-RL (arXiv:2502.14768) and simpleRL-reason (kk).",
  range: (options: KnightsAndKnavesOptions) => {
    const { correctScore = 1, wrongScore = 0, unreadableScore = 0 } = options;
    const { formatScore = 0, formatPenalty = 0 } = options;
    const answers = [correctScore, wrongScore, unreadableScore];
    return rangeOver(...answers.flatMap((each) => [each + formatScore, each + formatPenalty]));
  },
  columns: ["solution"],
  options: {
    ...extractionSchema("tagged"),
    correctScore: score(1, "Score of the right roles."),
    wrongScore: score(0, "Score of other roles."),
    unreadableScore: score(0, "Score of an answer that does not say who is what, or of none."),
    formatScore: score(0, "Added if the thinking is closed before the answer."),
    formatPenalty: score(0, "Added if it is not."),
  },
  presets: {
    "logic-rl": { correctScore: 2, wrongScore: -1.5, unreadableScore: -2, formatScore: 1, formatPenalty: -1 },
  },
  rollout: (options: KnightsAndKnavesOptions) => {
    const { correctScore = 1, wrongScore = 0, unreadableScore = 0 } = options;
    const { formatScore = 0, formatPenalty = 0, tag = "answer" } = options;
    const read = answerReader(options, "tagged");
    const isFormatted = (text: string): boolean => {
      const close = text.indexOf("</think>");
      return close >= 0 && close < text.indexOf(`<${tag}>`);
    };
    return ({ task, completion: { text } }) => {
      const expected = readRoles(task.columns.solution);
      if (expected === null) return unusableReference("no_roles");
      const format = isFormatted(text) ? formatScore : formatPenalty;
      const stated = statedRoles(read(text) ?? "", expected);
      if (stated === null) return format + unreadableScore;
      return format + (agree(stated, expected) ? correctScore : wrongScore);
    };
  },
});
