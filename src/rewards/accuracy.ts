import { type RewardResult, type RolloutReward, type SolutionColumns, undetermined } from "../core/index.js";
import { verify } from "../math/index.js";
import { excerpt } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** An answer is logged up to here; a completion that is one long "answer" must not travel back whole. */
const MAX_LOGGED_LENGTH = 500;

/**
 * Judges a completion's final answer against the column `solution`: 1 if they are equal, 0 if not or if the
 * completion states no answer, `null` (with a verdict that says why) if the solution is missing or empty.
 */
export function judgeAccuracy(solution: unknown, completion: string): RewardResult {
  const isAnswer =
    typeof solution === "string" || (typeof solution === "number" && Number.isFinite(solution));
  if (!isAnswer) {
    return { score: null, verdict: undetermined("reference", solution === null ? "missing" : "not_text") };
  }
  const { verdict, extracted } = verify({ reference: String(solution), completion });
  const unscorable = verdict.status === "undetermined" && verdict.fault !== "candidate";
  const score = unscorable ? null : Number(verdict.status === "correct");
  return { score, verdict, extra: { extracted: extracted && excerpt(extracted.text, MAX_LOGGED_LENGTH) } };
}

/**
 * 1 if the completion's final answer equals the reference in the column `solution`, else 0.
 *
 * The answer is the last balanced `\boxed{}` after the thinking, else the last `<answer>`, else the last
 * final-answer sentence; it is compared by normalised text and by exact rational or decimal value. Range 0 to 1.
 * `null` if the solution is missing or empty. Logs the answer that was found as `extracted`.
 *
 * The accuracy reward of DeepSeek-R1 (arXiv:2501.12948), open-r1 and TRL.
 */
export const accuracy: RewardFactory<RolloutReward<SolutionColumns>> = /* @__PURE__ */ defineReward({
  name: "accuracy",
  summary: "1 if the final answer equals the solution, else 0.",
  range: [0, 1],
  columns: ["solution"],
  extra: ["extracted"],
  rollout:
    () =>
    ({ task, completion }) =>
      judgeAccuracy(task.columns.solution, completion.text),
});
