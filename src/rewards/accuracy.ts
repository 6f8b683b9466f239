import { thinkingSchema } from "../answers/index.js";
import { type RewardResult, type RolloutReward, type SolutionColumns, undetermined } from "../core/index.js";
import {
  createVerifier,
  type Policy,
  POLICY_VALUES,
  PRESETS,
  type PresetName,
  type Verification,
  type Verifier,
  type VerifyOptions,
  verifyWithEngines,
} from "../math/index.js";
import type { JsonSchema } from "../schema/index.js";
import { excerpt } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** An answer is logged up to here; a completion that is one long "answer" must not travel back whole. */
const MAX_LOGGED_LENGTH = 500;

/** How answers are compared: a preset, changed by single options of the policy. */
export interface AccuracyOptions extends Partial<Policy> {
  /** The choices of another grader. Default `"default"`. */
  readonly preset?: PresetName;
  /** Where the thinking ends: see `ExtractOptions` of `grpo-rewards/math`. Default `"auto"`. */
  readonly thinking?: "auto" | "prefilled" | "none";
  /** Whether nerdamer and mathjs are asked about what nothing else could decide. Default `false`. */
  readonly engines?: boolean;
}

function toResult({ verdict, extracted }: Verification): RewardResult {
  const unscorable = verdict.status === "undetermined" && verdict.fault !== "candidate";
  const score = unscorable ? null : Number(verdict.status === "correct");
  return { score, verdict, extra: { extracted: extracted && excerpt(extracted.text, MAX_LOGGED_LENGTH) } };
}

/** The text of a reference, or the result of a row that has none. */
function readSolution(solution: unknown): string | RewardResult {
  if (typeof solution === "string") return solution;
  if (typeof solution === "number" && Number.isFinite(solution)) return String(solution);
  return { score: null, verdict: undetermined("reference", solution === null ? "missing" : "not_text") };
}

const verifier = createVerifier();

/**
 * Judges a completion's final answer against the column `solution`: 1 if they are equal, 0 if not or if the
 * completion states no answer, `null` (with a verdict that says why) if the solution is missing, empty or unreadable.
 */
export function judgeAccuracy(
  solution: unknown,
  completion: string,
  { verify }: Verifier = verifier,
): RewardResult {
  const reference = readSolution(solution);
  return typeof reference === "string" ? toResult(verify({ reference, completion })) : reference;
}

async function judgeWithEngines(
  solution: unknown,
  completion: string,
  options: VerifyOptions,
): Promise<RewardResult> {
  const reference = readSolution(solution);
  if (typeof reference !== "string") return reference;
  return toResult(await verifyWithEngines({ reference, completion }, options));
}

function policyChoice(option: keyof typeof POLICY_VALUES, description: string): JsonSchema {
  const values: readonly string[] = POLICY_VALUES[option];
  return { enum: values, default: values[0], description };
}

/**
 * 1 if the completion's final answer equals the reference in the column `solution`, else 0.
 *
 * The answer is the last balanced `\boxed{}` after the thinking, else the last `<answer>`, else what a final-answer
 * sentence states. It is compared as mathematics: see `verify` of `grpo-rewards/math`. Range 0 to 1. `null` if the
 * solution is missing, empty or unreadable. Logs the answer that was found as `extracted`.
 *
 * The accuracy reward of DeepSeek-R1 (arXiv:2501.12948), open-r1 and TRL.
 */
export const accuracy: RewardFactory<RolloutReward<SolutionColumns>, AccuracyOptions> = defineReward({
  name: "accuracy",
  summary: "1 if the final answer equals the solution, else 0.",
  range: [0, 1],
  columns: ["solution"],
  family: "math",
  source: "DeepSeek-R1 (arXiv:2501.12948); open-r1 (accuracy); TRL (accuracy_reward).",
  extra: ["extracted"],
  presets: PRESETS,
  options: {
    thinking: thinkingSchema("Where the thinking ends, which states no answer."),
    engines: {
      type: "boolean",
      default: false,
      description: "Whether mathjs and nerdamer are asked about what nothing else could decide.",
    },
    units: policyChoice("units", "Units: may be missing on one side, must agree, or do not matter."),
    percent: policyChoice(
      "percent",
      "Whether a percentage equals its fraction only, or also the number before the sign.",
    ),
    degrees: policyChoice(
      "degrees",
      "Whether degrees equal radians only, or also the number before the sign.",
    ),
    bases: policyChoice("bases", "Whether the base of a numeral may be missing on one side."),
    log: policyChoice("log", "The base of a bare logarithm."),
    variables: policyChoice("variables", "Whether variables are any complex numbers, or positive."),
    listOrder: policyChoice("listOrder", "Whether the order of a bare list matters."),
    intervals: policyChoice("intervals", "Where an interval equals the inequality that describes it."),
    digits: {
      type: "integer",
      minimum: 0,
      default: 6,
      description:
        "Significant digits from which a rounded decimal equals the exact value; 0 allows no rounding.",
    },
    form: policyChoice("form", "Whether the answer must be simplified."),
    letters: policyChoice("letters", "Whether the letter of a choice may stand with its text."),
  },
  rollout: ({ thinking, engines = false, ...policy }: AccuracyOptions) => {
    const options: VerifyOptions = thinking === undefined ? policy : { ...policy, extract: { thinking } };
    const own = createVerifier(options);
    return ({ task, completion }) =>
      engines
        ? judgeWithEngines(task.columns.solution, completion.text, options)
        : judgeAccuracy(task.columns.solution, completion.text, own);
  },
});
