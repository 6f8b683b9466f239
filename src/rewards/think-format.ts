import type { RolloutReward } from "../core/index.js";
import { saysSomething, isPrefilled, type Prefilled } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link thinkFormat}. */
export interface ThinkFormatOptions {
  /** `trl`: its format, which is the default. */
  readonly preset?: "trl";
  /**
   * Whether the prompt has opened `<think>` already, so that the completion starts inside the thinking; `"auto"` if
   * the prompt ends with the tag.
   * @default "auto"
   */
  readonly prefilled?: Prefilled;
  /** Whether a thought that shows nothing counts as none. @default true */
  readonly requireContent?: boolean;
}

const OPEN = "<think>";

function hasThinkFormat(text: string, prefilled: boolean, requireContent: boolean): boolean {
  const start = prefilled ? 0 : OPEN.length;
  if (!prefilled && !text.startsWith(OPEN)) return false;
  const end = text.indexOf("</think>", start);
  if (end < 0 || text.includes(OPEN, start)) return false;
  return !requireContent || saysSomething(text, start, end);
}

/**
 * 1 if the completion begins with `<think>`, closes it, and opens no second one; else 0.
 *
 * The `think_format_reward` of TRL, but that a thought without content earns nothing, and that a prompt may have
 * opened the thinking.
 */
export const thinkFormat: RewardFactory<RolloutReward, ThinkFormatOptions> = defineReward({
  name: "think_format",
  summary: "1 if the completion begins with one closed <think> block, else 0.",
  family: "format",
  source: "TRL (think_format_reward).",
  range: [0, 1],
  optionalColumns: ["prompt"],
  readsWhen: { prompt: { option: "prefilled", values: ["auto"] } },
  presets: { trl: {} },
  options: {
    prefilled: {
      enum: ["auto", true, false],
      default: "auto",
      description: "Whether the prompt has opened <think> already; auto as its end says.",
    },
    requireContent: {
      type: "boolean",
      default: true,
      description: "Whether a thought that shows nothing counts as none.",
    },
  },
  rollout: ({ prefilled = "auto", requireContent = true }: ThinkFormatOptions) => {
    return ({ task, completion }) =>
      Number(hasThinkFormat(completion.text, isPrefilled(prefilled, task.prompt, OPEN), requireContent));
  },
});
