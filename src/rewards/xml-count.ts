import type { RolloutReward } from "../core/index.js";
import { codePointLength, countTags } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link xmlCount}. */
export interface XmlCountOptions {
  /** `will-brown`: charges as the demo does, without a floor. */
  readonly preset?: "will-brown";
  /**
   * `tail`: each character behind the answer's end costs once. `gist`: as the demo charges, twice, and for the whole
   * completion where no line break follows `</answer>`.
   * @default "tail"
   */
  readonly charge?: "tail" | "gist";
  /** Least score; `null` for none. @default 0 */
  readonly floor?: number | null;
}

const CLOSE = "\n</answer>";
const CLOSE_LINE = "\n</answer>\n";
const OPEN_LINE = "\n<answer>\n";
const TAG_LINES = ["<reasoning>\n", "\n</reasoning>\n", OPEN_LINE, CLOSE];
const TAG_SHARE = 0.125;
const CHARACTER_COST = 0.001;

/** Code points behind the last `needle`, as Python's `text.split(needle)[-1]` has them: all if there is none. */
function lengthBehind(text: string, needle: string): number {
  let start = 0;
  for (let i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, start)) start = i + needle.length;
  return codePointLength(text.slice(start));
}

/** Characters behind the end of the answer, but for one line break; none if the answer does not end exactly once. */
function tailLength(text: string): number {
  return countTags(text, [CLOSE]) === 1 ? lengthBehind(text, CLOSE) - 1 : 0;
}

function gistCharge(text: string): number {
  const behindLine = countTags(text, [OPEN_LINE]) === 1 ? lengthBehind(text, CLOSE_LINE) : 0;
  return behindLine + tailLength(text);
}

/**
 * 0.125 for each of the four tags of the reasoning-and-answer template that stands in the completion exactly once,
 * with its line breaks, less 0.001 for each character behind the answer. Range 0 to 0.5.
 *
 * The `xmlcount` reward of Will Brown's GRPO demo, which falls without bound, and charges for the whole completion
 * where no line break ends it; the preset keeps that. All tags in another order are one tag short, and by default tags
 * without a text earn nothing.
 */
export const xmlCount: RewardFactory<RolloutReward, XmlCountOptions> = defineReward({
  name: "xml_count",
  summary:
    "0.125 for each <reasoning> and <answer> tag that occurs exactly once, less 0.001 for each character behind the " +
    "answer: one tag less in another order, and nothing for tags without a text, or in a code fence or a comment.",
  family: "format",
  source: "Will Brown's GRPO demo (xmlcount_reward_func).",
  range: ({ floor = 0 }: XmlCountOptions) => [floor, 0.5],
  presets: { "will-brown": { charge: "gist", floor: null } },
  options: {
    charge: {
      enum: ["tail", "gist"],
      default: "tail",
      description: "Which characters cost 0.001: those behind the answer, or what the demo charges.",
    },
    floor: {
      type: ["number", "null"],
      maximum: 0.5,
      default: 0,
      description: "Least score, or null for none.",
    },
  },
  rollout: ({ charge = "tail", floor = 0 }: XmlCountOptions) => {
    const chargedLength = charge === "tail" ? (text: string) => Math.max(0, tailLength(text)) : gistCharge;
    return ({ completion: { text } }) => {
      const score =
        countTags(text, TAG_LINES, charge === "tail") * TAG_SHARE - chargedLength(text) * CHARACTER_COST;
      return floor === null ? score : Math.max(floor, score);
    };
  },
});
