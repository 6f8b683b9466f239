import { answerReader, type ExtractionOptions, extractionSchema } from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link intAnswer}. */
export interface IntAnswerOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "will-brown";
  /** Whether a sign may stand before the digits. @default false */
  readonly signed?: boolean;
  /** Score of an integer. @default 0.5 */
  readonly score?: number;
}

const UNSIGNED = /^\p{Nd}+$/u;
const SIGNED = /^[-+−]?\p{Nd}+$/u;

/**
 * `score` if the answer is written in decimal digits and nothing else, of any script; else 0. It does not ask whether
 * the integer is right.
 *
 * Will Brown's `int_reward_func` (preset `will-brown`). Unlike Python's `isdigit`, it takes no superscripts and no
 * circled digits, which are no numerals.
 */
export const intAnswer: RewardFactory<RolloutReward, IntAnswerOptions> = defineReward({
  name: "int_answer",
  summary: "0.5 if the answer is written in digits only, else 0.",
  family: "math",
  source: "Will Brown's GRPO demo (int_reward_func).",
  range: ({ score = 0.5 }: IntAnswerOptions) => rangeOver(0, score),
  options: {
    ...extractionSchema("auto"),
    signed: { type: "boolean", default: false, description: "Whether a sign may stand before the digits." },
    score: { type: "number", default: 0.5, description: "Score of an integer." },
  },
  presets: { "will-brown": { extract: "loose" } },
  rollout: (options: IntAnswerOptions) => {
    const { signed = false, score = 0.5 } = options;
    const read = answerReader(options, "auto");
    const pattern = signed ? SIGNED : UNSIGNED;
    return ({ completion }) => (pattern.test(read(completion.text) ?? "") ? score : 0);
  },
});
