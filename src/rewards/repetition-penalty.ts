import { type Completion, RewardError, type RolloutReward } from "../core/index.js";
import { choice } from "../schema/index.js";
import { type NgramIndex, ngramIndex, splitCharacters, splitSpaced, splitWords } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** What n-grams are made of. */
export type RepetitionUnit = "words" | "spaced" | "segments" | "characters" | "tokens";

/** Options of {@link repetitionPenalty}. */
export interface RepetitionPenaltyOptions {
  /** The units of another system: `open-r1` and `ms-swift` split at white space, `trl` takes tokens. */
  readonly preset?: "open-r1" | "open-r1-zh" | "trl" | "ms-swift";
  /** How many units make an n-gram. @default 3 */
  readonly ngramSize?: number;
  /** Score of a completion that repeats one n-gram for ever. @default -1 */
  readonly maxPenalty?: number;
  /**
   * What n-grams are made of. `words`: runs of letters and digits, and each character of a script without spaces;
   * `spaced`: what stands between white space; `segments`: words by the dictionaries of `Intl.Segmenter`, for Chinese,
   * Japanese and Thai; `characters`: code points; `tokens`: the policy's tokens.
   * @default "words"
   */
  readonly unit?: RepetitionUnit;
}

/** Segments of the dictionaries that Node carries: made on first use, which takes milliseconds. */
let segmenter: Intl.Segmenter | undefined;

/** The segmenter's work grows with the square of the text that it is given, so it is given no long one. */
const RUN = /[\p{L}\p{N}\p{M}]{1,200}/gu;

/** Any letter beyond the alphabets of Europe and the Middle East: the others have spaces between their words. */
const HAS_IDEOGRAPH = /[\u0e00-\uffff]/;

function segments(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  const found: string[] = [];
  for (const run of text.match(RUN) ?? []) {
    if (!HAS_IDEOGRAPH.test(run)) found.push(run);
    else for (const { segment } of segmenter.segment(run)) found.push(segment);
  }
  return found;
}

function tokens({ tokenIds }: Completion): readonly number[] {
  if (tokenIds !== undefined) return tokenIds;
  throw new RewardError(
    "missing_column",
    'Repetition of tokens needs the completion\'s tokenIds (over the bridge the column "token_ids", from completion_ids in Python).',
  );
}

type Numbering = (ngrams: NgramIndex, completion: Completion) => Int32Array;

const NUMBERINGS: Readonly<Record<RepetitionUnit, Numbering>> = {
  words: (ngrams, { text }) => ngrams.ofText(text, splitWords),
  spaced: (ngrams, { text }) => ngrams.ofText(text, splitSpaced),
  segments: (ngrams, { text }) => ngrams.ofText(segments(text.toLowerCase()).join(" "), splitSpaced),
  characters: (ngrams, { text }) => ngrams.ofText(text, splitCharacters),
  tokens: (ngrams, completion) => ngrams.ofTokens(tokens(completion)),
};

/**
 * `maxPenalty` times the share of n-grams that stood in the completion before: `(1 - distinct / all) * maxPenalty`.
 * 0 if the completion has fewer than `ngramSize` units. Range -1 to 0.
 *
 * The repetition penalty of open-r1 and ms-swift (words between white space) and of TRL (tokens), from "Demystifying
 * Long Chain-of-Thought Reasoning" (arXiv:2502.03373). By default punctuation and missing spaces hide no repetition:
 * `a,a,a` is three words, as is Chinese of three characters.
 *
 * @throws {RewardError} `missing_column` if tokens are compared and the completion's `tokenIds` are unknown
 */
export const repetitionPenalty: RewardFactory<RolloutReward, RepetitionPenaltyOptions> = defineReward({
  name: "repetition_penalty",
  summary: "A penalty in proportion to the share of repeated n-grams.",
  family: "text",
  source:
    "Demystifying Long Chain-of-Thought Reasoning (arXiv:2502.03373); open-r1, TRL and ms-swift (repetition).",
  range: ({ maxPenalty = -1 }: RepetitionPenaltyOptions) => [maxPenalty, 0],
  optionalColumns: ["token_ids"],
  readsWhen: { token_ids: { option: "unit", values: ["tokens"] } },
  presets: {
    "open-r1": { unit: "spaced" },
    "open-r1-zh": { unit: "segments" },
    trl: { unit: "tokens" },
    "ms-swift": { unit: "spaced" },
  },
  options: {
    ngramSize: { type: "integer", minimum: 1, default: 3, description: "How many units make an n-gram." },
    maxPenalty: {
      type: "number",
      maximum: 0,
      default: -1,
      description: "Score of a completion that repeats one n-gram for ever.",
    },
    unit: choice<RepetitionUnit>("What n-grams are made of.", {
      words: "runs of letters and digits, and each character of a script without spaces",
      spaced: "what stands between white space",
      segments: "words by a dictionary, for Chinese, Japanese and Thai",
      characters: "code points",
      tokens: "the policy's tokens",
    }),
  },
  rollout: ({ ngramSize = 3, maxPenalty = -1, unit = "words" }: RepetitionPenaltyOptions) => {
    const ngrams = ngramIndex(ngramSize);
    return ({ completion }) => {
      ngrams.clear();
      const { length } = NUMBERINGS[unit](ngrams, completion);
      const distinct = ngrams.distinct();
      return distinct === length ? 0 : (1 - distinct / length) * maxPenalty;
    };
  },
});
