import type { RolloutReward } from "../core/index.js";
import {
  isFilled,
  keepsRules,
  readTemplate,
  type Rule,
  TEMPLATE_RULES,
  type TemplateRules,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link softFormat}. */
export interface SoftFormatOptions {
  /** `will-brown`: no line break in a block, as the demo's pattern asks for. */
  readonly preset?: "will-brown";
  /** Whether the blocks may hold several lines. @default true */
  readonly multiline?: boolean;
}

const TAGS = { think: "reasoning", answer: "answer" };

const withinLine: Rule = (text, { start, end }) => {
  const newline = text.indexOf("\n", start);
  return newline < 0 || newline >= end;
};

/**
 * 0.5 if the completion begins with a `<reasoning>` block, followed by an `<answer>` block, with content in both and
 * nothing but white space between and behind them; else 0.
 *
 * The soft format reward of Will Brown's GRPO demo, whose pattern fails on the demo's own layout, since its dot
 * matches no line break; the preset keeps that. Text behind the answer and repeated tags earn nothing.
 */
export const softFormat: RewardFactory<RolloutReward, SoftFormatOptions> = defineReward({
  name: "soft_format",
  summary: "0.5 for a <reasoning> block, then an <answer> block, with any white space between and behind.",
  family: "format",
  source: "Will Brown's GRPO demo (soft_format_reward_func).",
  range: [0, 0.5],
  presets: { "will-brown": { multiline: false } },
  options: {
    multiline: {
      type: "boolean",
      default: true,
      description: "Whether the blocks may hold several lines.",
    },
  },
  rollout: ({ multiline = true }: SoftFormatOptions) => {
    const { before } = TEMPLATE_RULES.tight;
    const rules: TemplateRules = multiline
      ? { ...TEMPLATE_RULES.inline, before }
      : { ...TEMPLATE_RULES.inline, before, body: withinLine };
    return ({ completion: { text } }) => {
      const template = readTemplate(text, TAGS);
      return template !== null && keepsRules(text, template, rules) && isFilled(text, template) ? 0.5 : 0;
    };
  },
});
