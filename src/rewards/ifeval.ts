import { type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import { type InstructionColumns, readRow, type RowChecks } from "../ifeval/index.js";
import { answerPart, hasContent, pythonStrip, removeThinkingSection } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link ifeval}. */
export interface IfevalOptions {
  /** The options of another system's variant. */
  readonly preset?: "open-instruct" | "nemo-gym" | "google-strict" | "google-loose";
  /** `fraction`: the share of the instructions that are followed. `binary`: 1 if all are. @default "fraction" */
  readonly scoring?: "fraction" | "binary";
  /**
   * `loose`: an instruction is also followed if it is without asterisks, or without the first or the last line, as in
   * Google's loose accuracy. @default "strict"
   */
  readonly judging?: "strict" | "loose";
}

/** What the user reads: no thinking, no tags of the template. */
function readAnswer(completion: string): string {
  const part = answerPart(completion);
  return part === null ? "" : removeThinkingSection(completion.slice(part.start, part.end));
}

/** The texts that count as the answer. */
function variantsOf(answer: string, judging: "strict" | "loose"): readonly string[] {
  if (judging === "strict") return [answer];
  const lines = answer.split("\n");
  const texts = [lines, lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)].map((each) =>
    pythonStrip(each.join("\n")),
  );
  const all = [...texts, ...texts.map((text) => text.replaceAll("*", ""))];
  return [...new Set(all)].filter((text) => text !== "");
}

function judge(
  row: RowChecks,
  completion: string,
  { scoring, judging = "strict" }: IfevalOptions,
): RewardResult {
  if ("problem" in row) return { score: null, verdict: undetermined("reference", row.problem) };
  const answer = readAnswer(completion);
  if (!hasContent(answer, 0, answer.length))
    return { score: 0, verdict: undetermined("candidate", "no_answer") };
  const variants = variantsOf(answer, judging);
  const missed = row.checks.filter(([, follows]) => !variants.some(follows)).map(([id]) => id);
  const followed = row.checks.length - missed.length;
  const score = scoring === "binary" ? Number(missed.length === 0) : followed / row.checks.length;
  return { score, extra: { missed: missed.join(", ") } };
}

/**
 * How many of the instructions of a row the answer follows: the 25 checks of IFEval (arXiv:2311.07911), by the ids of
 * its data set in `instruction_id_list` with the arguments in `kwargs`, or by open-instruct's `ground_truth`, which
 * names its functions. Range 0 to 1.
 *
 * The thinking is stripped, and an empty answer follows nothing. `null` if the row asks for nothing, for an instruction
 * that is not known, or has unusable arguments. Logs the ids that are not followed as `missed`.
 *
 * The originals ask nltk for sentences and words, and langdetect for languages; here both are rules, which the checks
 * document. Unlike in the originals, what says nothing follows nothing: empty brackets, titles and emphases, bullets
 * without text, a prompt repeated without an answer, all options of a choice at once.
 */
export const ifeval: RewardFactory<RolloutReward<InstructionColumns>, IfevalOptions> = defineReward({
  name: "ifeval",
  summary: "The share of the instructions of the row that the answer follows.",
  source: "IFEval (arXiv:2311.07911); open-instruct (ifeval, ifeval_old); NeMo Gym (instruction_following).",
  family: "instructions",
  range: [0, 1],
  optionalColumns: ["instruction_id_list", "kwargs", "ground_truth"],
  extra: ["missed"],
  presets: {
    "open-instruct": { scoring: "fraction" },
    "nemo-gym": { scoring: "binary" },
    "google-strict": { scoring: "binary" },
    "google-loose": { scoring: "binary", judging: "loose" },
  },
  options: {
    scoring: {
      enum: ["fraction", "binary"],
      default: "fraction",
      description: "Whether following some of the instructions earns their share, or nothing.",
    },
    judging: {
      enum: ["strict", "loose"],
      default: "strict",
      description: "Whether the answer is also judged without asterisks, and without its first or last line.",
    },
  },
  rollout: (options: IfevalOptions) => {
    return ({ task, completion }) => judge(readRow(task.columns), completion.text, options);
  },
});
