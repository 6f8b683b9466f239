import type { RolloutReward } from "../core/index.js";
import {
  emptyLines,
  isFilled,
  keepsRules,
  readTemplate,
  type Rule,
  TEMPLATE_RULES,
  type TemplateRules,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link strictFormat}. */
export interface StrictFormatOptions {
  /** `will-brown`: one line in each block, and a line break behind the last tag, as the demo's pattern asks for. */
  readonly preset?: "will-brown";
  /** Whether the blocks may hold several lines. @default true */
  readonly multiline?: boolean;
  /** Whether a line break must follow the last tag. @default false */
  readonly finalNewline?: boolean;
}

const TAGS = { think: "reasoning", answer: "answer" };

/** A body of one line between the line breaks of its tags. */
const oneLine: Rule = (text, span) =>
  TEMPLATE_RULES.lines.body(text, span) && text.indexOf("\n", span.start + 1) === span.end - 1;

/** One line break, or two: Python's `$` also stands before the last. */
const finalBreak: Rule = (text, { start, end }) => {
  const behind = text.slice(start, end);
  return behind === "\n" || behind === "\n\n";
};

/**
 * 0.5 if the completion is one `<reasoning>` block and one `<answer>` block with content, each tag on a line of its
 * own, and nothing else; else 0.
 *
 * The strict format reward of Will Brown's GRPO demo, which fails on its own layout once a block has two lines or no
 * line break ends the text; the preset keeps that.
 */
export const strictFormat: RewardFactory<RolloutReward, StrictFormatOptions> = defineReward({
  name: "strict_format",
  summary:
    "0.5 for a <reasoning> and an <answer> block whose tags have lines of their own, and nothing else.",
  family: "format",
  source: "Will Brown's GRPO demo (strict_format_reward_func).",
  range: [0, 0.5],
  presets: { "will-brown": { multiline: false, finalNewline: true } },
  options: {
    multiline: {
      type: "boolean",
      default: true,
      description: "Whether the blocks may hold several lines.",
    },
    finalNewline: {
      type: "boolean",
      default: false,
      description: "Whether a line break must follow the last tag.",
    },
  },
  rollout: ({ multiline = true, finalNewline = false }: StrictFormatOptions) => {
    const rules: TemplateRules = {
      ...TEMPLATE_RULES.lines,
      body: multiline ? TEMPLATE_RULES.lines.body : oneLine,
      behind: finalNewline ? finalBreak : emptyLines,
    };
    return ({ completion: { text } }) => {
      const template = readTemplate(text, TAGS);
      return template !== null && keepsRules(text, template, rules) && isFilled(text, template) ? 0.5 : 0;
    };
  },
});
