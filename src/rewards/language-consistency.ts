import { type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import {
  findLanguage,
  LANGUAGE_CODES,
  type LanguageCode,
  languageShare,
  prose,
  thinkingPart,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link languageConsistency}. */
export interface LanguageConsistencyOptions {
  /** The variant of another system: `eval-protocol` is content with 60 % of the whole text. */
  readonly preset?: "deepseek-r1" | "eval-protocol";
  /** ISO 639-1 code of the language that is asked for, where the row's column `language` asks for none. @default "en" */
  readonly language?: LanguageCode;
  /** Whether the thinking is judged, or all of the completion; without thinking it is all. @default "thinking" */
  readonly scope?: "thinking" | "completion";
  /** Fewer words than this earn 0: they show no language. @default 10 */
  readonly minWords?: number;
  /** The share of words in the language from which the score is 1. @default 1 */
  readonly fullShare?: number;
}

/** The columns that {@link languageConsistency} reads. */
export interface LanguageConsistencyColumns {
  readonly language?: string | null;
}

/** The row's language, or the result of a row that asks for none that is known. */
function readLanguage(value: unknown, byDefault: LanguageCode): LanguageCode | RewardResult {
  if (value === undefined || value === null) return byDefault;
  const found = typeof value === "string" ? findLanguage(value) : null;
  return found ?? { score: null, verdict: undetermined("reference", "unknown_language") };
}

function judged(text: string, scope: "thinking" | "completion"): string {
  const span = scope === "thinking" ? thinkingPart(text) : null;
  return prose(span === null ? text : text.slice(span.start, span.end));
}

/**
 * The share of the thinking's words that are in the language that is asked for, a code or an English name in the
 * column `language`, or the option. Code, math, tags and addresses are no words. Range 0 to 1; 0 for fewer than
 * `minWords` words. `null` if the row's language is not known.
 *
 * The language consistency reward of DeepSeek-R1 (arXiv:2501.12948, section 2.3.2), and eval-protocol's. Languages of
 * one script, such as English and French, are told apart by their most frequent words, some dozen words at a time:
 * short foreign phrases in Latin script go unnoticed, names and jargon alone are in no language.
 */
export const languageConsistency: RewardFactory<
  RolloutReward<LanguageConsistencyColumns>,
  LanguageConsistencyOptions
> = defineReward({
  name: "language_consistency",
  summary: "The share of the thinking's words that are in the language that is asked for.",
  family: "text",
  source: "DeepSeek-R1 (arXiv:2501.12948), section 2.3.2; eval-protocol (language_consistency_reward).",
  range: [0, 1],
  optionalColumns: ["language"],
  presets: { "deepseek-r1": {}, "eval-protocol": { scope: "completion", fullShare: 0.6 } },
  options: {
    language: {
      enum: LANGUAGE_CODES,
      default: "en",
      description: "ISO 639-1 code of the language, where the row asks for none.",
    },
    scope: {
      enum: ["thinking", "completion"],
      default: "thinking",
      description: "Whether the thinking is judged, or all of the completion.",
    },
    minWords: {
      type: "integer",
      minimum: 1,
      default: 10,
      description: "Fewer words than this earn 0: they show no language.",
    },
    fullShare: {
      type: "number",
      minimum: 0.01,
      maximum: 1,
      default: 1,
      description: "The share of words in the language from which the score is 1.",
    },
  },
  rollout: (options: LanguageConsistencyOptions) => {
    const { language = "en", scope = "thinking", minWords = 10, fullShare = 1 } = options;
    return ({ task, completion }) => {
      const asked = readLanguage(task.columns.language, language);
      if (typeof asked !== "string") return asked;
      const { words, inLanguage } = languageShare(judged(completion.text, scope), asked);
      return words < minWords ? 0 : Math.min(inLanguage / words / fullShare, 1);
    };
  },
});
