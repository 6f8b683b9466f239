import type { RolloutReward } from "../core/index.js";
import { countTags, isPrefilled, type Prefilled } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link tagCount}. */
export interface TagCountOptions {
  /** `open-r1`: its tags, which are the default. */
  readonly preset?: "open-r1";
  /**
   * The tags, in the order in which they must stand, with the line breaks that belong to them.
   * @default ["<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>"]
   */
  readonly tags?: readonly string[];
  /** Whether the prompt has written the first tag already; `"auto"` as its end says. @default "auto" */
  readonly prefilled?: Prefilled;
}

const TAG_LINES: readonly string[] = ["<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>"];

/** How many of the tags there are. That of the prompt counts once the completion has one of its own. */
function countBehind(opening: string, text: string, tags: readonly string[]): number {
  return countTags(text, tags.slice(1), false) === 0 ? 0 : countTags(opening + text, tags);
}

/**
 * An equal share for each tag of the template that stands in the completion exactly once, with its line breaks; by
 * default a quarter for each of four. Range 0 to 1.
 *
 * The `tag_count` reward of open-r1, but that all tags in another order are one tag short, that tags in a code fence
 * or a comment count for nothing, nor do all tags without a text, and that the first tag may be the prompt's.
 */
export const tagCount: RewardFactory<RolloutReward, TagCountOptions> = defineReward({
  name: "tag_count",
  summary:
    "0.25 for each template tag (with its line breaks) that occurs exactly once: one tag less in another order, and " +
    "nothing for tags without a text, or in a code fence or a comment.",
  family: "format",
  source: "open-r1 (tag_count).",
  range: [0, 1],
  optionalColumns: ["prompt"],
  readsWhen: { prompt: { option: "prefilled", values: ["auto"] } },
  presets: { "open-r1": {} },
  options: {
    tags: {
      type: "array",
      items: { type: "string", minLength: 1 },
      minItems: 1,
      default: TAG_LINES,
      description: "The tags in their order, with the line breaks that belong to them.",
    },
    prefilled: {
      enum: ["auto", true, false],
      default: "auto",
      description: "Whether the prompt has written the first tag already; auto as its end says.",
    },
  },
  rollout: ({ tags = TAG_LINES, prefilled = "auto" }: TagCountOptions) => {
    const opening = tags[0] ?? "";
    const tag = opening.trim();
    return ({ task: { prompt }, completion: { text } }) => {
      const isOpen = isPrefilled(prefilled, prompt, tag);
      return (isOpen ? countBehind(opening, text, tags) : countTags(text, tags)) / tags.length;
    };
  },
});
