import { type RolloutReward, undetermined } from "../core/index.js";
import {
  saysSomething,
  isFilled,
  isPrefilled,
  keepsRules,
  literalFences,
  type Prefilled,
  readTemplate,
  type Span,
  TEMPLATE_RULES,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** The column that {@link codeFormat} may read: the language of each task. */
export interface LanguageColumns {
  readonly language?: string | null;
}

/** Options of {@link codeFormat}. */
export interface CodeFormatOptions {
  /** `open-r1`: its layout, which is the default. */
  readonly preset?: "open-r1";
  /** Language of the code fence, where the task's column `language` does not say it. @default "python" */
  readonly language?: string;
  /** Whether each tag has a line of its own, or white space around the tags is free. @default "lines" */
  readonly layout?: "lines" | "inline";
  /** Whether the prompt has opened `<think>` already; `"auto"` as its end says. @default "auto" */
  readonly prefilled?: Prefilled;
}

const TAGS = { think: "think", answer: "answer" };
/** A version may follow the language: `python3`, `python3.12`. */
const BEHIND_LANGUAGE = /[\d.]{0,8}(?=\s)/y;

/** Whether a closed code fence of this language, with code in it, stands within the span. */
function hasCode(text: string, span: Span, language: string): boolean {
  for (const { start, end } of literalFences(text, span, language)) {
    BEHIND_LANGUAGE.lastIndex = start;
    if (BEHIND_LANGUAGE.test(text) && saysSomething(text, BEHIND_LANGUAGE.lastIndex, end)) return true;
  }
  return false;
}

/**
 * 1 if the completion is the think-and-answer template, and its answer holds a code fence of the language with code in
 * it; else 0. `null` if the column `language` holds something else than text.
 *
 * The `code_format` reward of open-r1, but that the name of the language is text, not a pattern, and is not the
 * beginning of another language's; a version may follow it. Text after the answer and repeated tags earn nothing.
 */
export const codeFormat: RewardFactory<RolloutReward<LanguageColumns>, CodeFormatOptions> = defineReward<
  LanguageColumns,
  CodeFormatOptions
>({
  name: "code_format",
  summary: "1 for the think-and-answer template with a code fence of the language in the answer, else 0.",
  family: "format",
  source: "open-r1 (code_format).",
  range: [0, 1],
  optionalColumns: ["language", "prompt"],
  readsWhen: { prompt: { option: "prefilled", values: ["auto"] } },
  presets: { "open-r1": {} },
  options: {
    language: {
      type: "string",
      minLength: 1,
      default: "python",
      description: "Language of the code fence, where the column language does not say it.",
    },
    layout: {
      enum: ["lines", "inline"],
      default: "lines",
      description: "Whether each tag has a line of its own, or white space around the tags is free.",
    },
    prefilled: {
      enum: ["auto", true, false],
      default: "auto",
      description: "Whether the prompt has opened <think> already; auto as its end says.",
    },
  },
  rollout: ({ language: byDefault = "python", layout = "lines", prefilled = "auto" }) => {
    const opening = layout === "lines" ? "<think>\n" : "<think>";
    return ({ task, completion }) => {
      const language: unknown = task.columns.language ?? byDefault;
      if (typeof language !== "string" || language === "")
        return { score: null, verdict: undetermined("reference", "not_a_language") };
      const isOpen = isPrefilled(prefilled, task.prompt, "<think>");
      const text = isOpen ? opening + completion.text : completion.text;
      const template = readTemplate(text, TAGS);
      if (template === null || !keepsRules(text, template, TEMPLATE_RULES[layout])) return 0;
      return Number(isFilled(text, template) && hasCode(text, template.answer, language));
    };
  },
});
