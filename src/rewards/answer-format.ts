import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link answerFormat}. */
export interface AnswerFormatOptions {
  /**
   * `lines`: each tag stands on a line of its own, as open-r1 asks for. `inline`: white space around the tags
   * is free.
   * @default "lines"
   */
  readonly layout?: "lines" | "inline";
  /**
   * Whether the prompt template already opened `<think>`, so that the completion starts inside the thinking.
   * @default false
   */
  readonly prefilled?: boolean;
}

const TAGS = ["<think>", "</think>", "<answer>", "</answer>"] as const;

/** The start of each tag, in order, if each occurs exactly once and nothing but white space stands around the blocks. */
function tagOffsets(text: string): number[] | null {
  const offsets: number[] = [];
  let from = 0;
  for (const tag of TAGS) {
    const at = text.indexOf(tag);
    if (at < from || text.includes(tag, at + tag.length)) return null;
    offsets.push(at);
    from = at + tag.length;
  }
  return offsets;
}

function blocksAreAlone(text: string, offsets: readonly number[]): boolean {
  const [open = 0, close = 0, answer = 0, end = 0] = offsets;
  const around =
    text.slice(0, open) + text.slice(close + TAGS[1].length, answer) + text.slice(end + TAGS[3].length);
  return around.trim() === "";
}

function tagsHaveLines(text: string, offsets: readonly number[]): boolean {
  const [open = 0, close = 0, answer = 0, end = 0] = offsets;
  const thinking = text.slice(open + TAGS[0].length, close);
  const stated = text.slice(answer + TAGS[2].length, end);
  const hasOwnLines = (body: string): boolean => /^\n.*\n$/s.test(body);
  const between = text.slice(close + TAGS[1].length, answer);
  const after = text.slice(end + TAGS[3].length);
  const endsLine = after === "" || after.startsWith("\n");
  return open === 0 && between === "\n" && endsLine && hasOwnLines(thinking) && hasOwnLines(stated);
}

function hasAnswerFormat(text: string, layout: "lines" | "inline"): boolean {
  const offsets = tagOffsets(text);
  if (offsets === null || !blocksAreAlone(text, offsets)) return false;
  return layout === "inline" || tagsHaveLines(text, offsets);
}

/**
 * 1 if the completion is one `<think>` block followed by one `<answer>` block and nothing else; else 0.
 *
 * The `format` reward of open-r1 without its holes: text after the answer, repeated blocks and nested tags earn
 * nothing.
 */
export const answerFormat: RewardFactory<RolloutReward, AnswerFormatOptions> = defineReward({
  name: "answer_format",
  summary: "1 if the completion is one <think> block, then one <answer> block, and nothing else; else 0.",
  source: "open-r1 (format); DeepSeek-R1 (arXiv:2501.12948).",
  range: [0, 1],
  options: {
    layout: {
      enum: ["lines", "inline"],
      default: "lines",
      description: "Whether each tag has a line of its own, or white space around the tags is free.",
    },
    prefilled: {
      type: "boolean",
      default: false,
      description: "Whether the prompt template has opened <think> already.",
    },
  },
  rollout: ({ layout = "lines", prefilled = false }: AnswerFormatOptions) => {
    const opening = layout === "lines" ? "<think>\n" : "<think>";
    return ({ completion: { text } }) => Number(hasAnswerFormat(prefilled ? opening + text : text, layout));
  },
});
