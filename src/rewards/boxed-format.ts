import { thinkingSchema } from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import {
  answerPart,
  boxes,
  countOccurrences,
  isPlaceholder,
  type ThinkingMode,
  visibleText,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link boxedFormat}. */
export interface BoxedFormatOptions {
  /** Where the box must stand: anywhere behind the thinking, or at the end of the completion. @default "answer" */
  readonly place?: "answer" | "end";
  /** Where the thinking ends, whose boxes do not count. @default "auto" */
  readonly thinking?: ThinkingMode;
}

const WORD = /[\p{L}\p{N}]/u;
/** What may follow a box that stands at the end: closing delimiters and punctuation. */
const CLOSING = /^(?:[\s.,;:!*$)]|\\[)\]]|<\/answer>)*$/;
const LONGEST_CLOSING = 40;

function isAtEnd(text: string, end: number): boolean {
  const behind = text.slice(end).trim();
  return behind.length <= LONGEST_CLOSING && CLOSING.test(behind);
}

/** Whether the text states its answer in one balanced box with content, and has no other box command. */
function hasOneBox(text: string, place: "answer" | "end"): boolean {
  const [box, ...others] = boxes(text);
  if (box === undefined || others.length > 0 || text.charAt(box.content.start - 1) !== "{") return false;
  if (countOccurrences(text, "\\boxed") + countOccurrences(text, "\\fbox") > 1) return false;
  const content = text.slice(box.content.start, box.content.end);
  if (isPlaceholder(content) || !WORD.test(content)) return false;
  return place === "answer" || isAtEnd(text, box.span.end);
}

/**
 * 1 if exactly one `\boxed{…}` stands behind the thinking, balanced and with an answer in it; else 0. Empty boxes,
 * placeholders, nested, open and further boxes earn nothing; what comments hide does not count.
 *
 * What simpleRL-reason and DeepSeek-R1's prompts ask of an answer.
 */
export const boxedFormat: RewardFactory<RolloutReward, BoxedFormatOptions> = defineReward({
  name: "boxed_format",
  summary: "1 if the completion states its answer in exactly one \\boxed{…} behind the thinking, else 0.",
  family: "format",
  source: "DeepSeek-R1 (arXiv:2501.12948); simpleRL-reason.",
  range: [0, 1],
  options: {
    place: {
      enum: ["answer", "end"],
      default: "answer",
      description: "Where the box must stand: anywhere behind the thinking, or at the end.",
    },
    thinking: thinkingSchema("Where the thinking ends, whose boxes do not count."),
  },
  rollout: ({ place = "answer", thinking = "auto" }: BoxedFormatOptions) => {
    return ({ completion: { text } }) => {
      const part = answerPart(text, thinking);
      return part === null ? 0 : Number(hasOneBox(visibleText(text.slice(part.start, part.end)), place));
    };
  },
});
