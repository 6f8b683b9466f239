import type { RolloutReward } from "../core/index.js";
import { choice } from "../schema/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link reasoningSteps}. */
export interface ReasoningStepsOptions {
  /** `open-r1`: the marks that open-r1 counts. */
  readonly preset?: "open-r1";
  /** How many steps earn the full score. @default 3 */
  readonly target?: number;
  /**
   * `lines`: numbers, bullets, `Step 1:` and words such as `First,` at the start of a line. `open-r1`: as its pattern
   * has them: `Step 1:` and four words anywhere, `-` and `*` behind a line break whatever follows them, and a number
   * at the start of the completion only.
   * @default "lines"
   */
  readonly markers?: "lines" | "open-r1";
  /** Letters, digits or emoji that a step must have behind its mark. @default 1 */
  readonly minLength?: number;
}

const MARKERS = {
  lines:
    /^[ \t>*_#]{0,8}(?:(?:step \d{1,4}\b[ *_]{0,4}[:.)]|\d{1,4}[.)](?=\s)|[-*+•](?=\s)|(?:first|second|third|fourth|next|then|final|last)(?:ly)?,)[ \t*_]{0,8})+/gim,
  "open-r1": /Step \p{Nd}+:|^\p{Nd}+\.|\n-|\n\*|First,|Second,|Next,|Finally,/gu,
};

/** A letter, a digit or an emoji; markup is passed over. */
const SAYING = /<[^<>\n]{0,60}>|\\[a-z]{1,20}|&\w{1,8};|([\p{L}\p{N}\p{So}])/giu;
const NO_SAYING = /[^\p{L}\p{N}\p{So}]+/gu;
/** Steps that begin with the same so many characters are the same step. */
const LONGEST_KEY = 200;

/** Whether a step says as much as `minLength` letters. */
function saysEnough(step: string, minLength: number): boolean {
  SAYING.lastIndex = 0;
  let found = 0;
  for (let match = SAYING.exec(step); match !== null && found < minLength; match = SAYING.exec(step)) {
    if (match[1] !== undefined) found++;
  }
  return found >= minLength;
}

/** The number of different steps with content, or `target` if there are more. */
function countSteps(text: string, { target, minLength, marker }: Counting): number {
  const seen = new Set<string>();
  marker.lastIndex = 0;
  let match = marker.exec(text);
  while (match !== null && seen.size < target) {
    const { index } = match;
    const start = marker.lastIndex;
    match = marker.exec(text);
    const end = match?.index ?? text.length;
    if (saysEnough(text.slice(start, end), minLength)) {
      const key = text.slice(index, Math.min(end, index + LONGEST_KEY)).toLowerCase();
      seen.add(key.replace(NO_SAYING, " ").trim());
    }
  }
  return seen.size;
}

interface Counting {
  readonly target: number;
  readonly minLength: number;
  readonly marker: RegExp;
}

/**
 * min(1, steps / `target`) for the steps that the completion marks, each with a text of its own. Range 0 to 1.
 *
 * The `reasoning_steps` reward of open-r1, but that marks without a text behind them earn nothing, and equal steps count
 * once. Its pattern counts rules and negative numbers as bullets, marks within a line, and of a numbered list only the
 * first line; the preset keeps that.
 */
export const reasoningSteps: RewardFactory<RolloutReward, ReasoningStepsOptions> = defineReward({
  name: "reasoning_steps",
  summary: "How many steps the completion marks, each with a text of its own, up to a number that is enough.",
  family: "format",
  source: "open-r1 (reasoning_steps).",
  range: [0, 1],
  presets: { "open-r1": { markers: "open-r1" } },
  options: {
    target: {
      type: "integer",
      minimum: 1,
      default: 3,
      description: "How many steps are enough for the full score; fewer earn their share of it.",
    },
    markers: choice<NonNullable<ReasoningStepsOptions["markers"]>>("What marks a step.", {
      lines: "a number, a bullet, Step 1: or a word such as First, at the start of a line",
      "open-r1":
        "what open-r1's pattern has: Step 1: and four words anywhere, - and * behind a line break, and a number at the very start",
    }),
    minLength: {
      type: "integer",
      minimum: 1,
      default: 1,
      description: "Letters, digits or emoji that a step must have behind its mark.",
    },
  },
  rollout: ({ target = 3, markers = "lines", minLength = 1 }: ReasoningStepsOptions) => {
    const counting = { target, minLength, marker: MARKERS[markers] };
    return ({ completion }) => countSteps(completion.text, counting) / target;
  },
});
