import {
  type AnswerColumns,
  equalQuotients,
  flexibleNumeral,
  isContradicted,
  isUnusable,
  lastNumber,
  lenientNumeral,
  type Occurrence,
  parseDecimal,
  type Quotient,
  readReferences,
  strictNumeral,
  thinkingSchema,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { choice } from "../schema/index.js";
import { answerPart, hashAnswer, type ThinkingMode, visibleText } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Options of {@link gsm8kAnswer}. */
export interface Gsm8kAnswerOptions {
  /** The options of another system's variant. */
  readonly preset?: "verl" | "tinyzero" | "open-instruct";
  /**
   * `marked`: the number behind `####`, compared by value. `strict`: the numeral behind `#### `, compared as text.
   * `flexible`: the last numeral, marked or not, as text. `last_number`: the same without commas and final points.
   * @default "marked"
   */
  readonly method?: "marked" | "strict" | "flexible" | "last_number";
  /** Which of several `####` counts. @default "last" */
  readonly occurrence?: Occurrence;
  /** How many of the last characters are searched; 0 for all. @default 0 */
  readonly window?: number;
  /** Score of a right answer. @default 1 */
  readonly score?: number;
  /** Score of a wrong answer that is found. @default 0 */
  readonly formatScore?: number;
  /** Where the thinking ends, which states no answer. @default "auto" */
  readonly thinking?: ThinkingMode;
}

type Method = NonNullable<Gsm8kAnswerOptions["method"]>;

const FINDERS: Readonly<Record<Method, (text: string, which: Occurrence) => string | null>> = {
  marked: lenientNumeral,
  strict: strictNumeral,
  flexible: flexibleNumeral,
  last_number: (text) => lastNumber(text) ?? text,
};

/** The last code points of a text. */
function lastCharacters(text: string, count: number): string {
  if (count === 0 || text.length <= count) return text;
  const tail = text.slice(-2 * count);
  return /[\ud800-\udfff]/.test(tail) ? Array.from(tail).slice(-count).join("") : tail.slice(-count);
}

/** What GSM8K's column `answer` states behind `####`; a reference without the mark is the answer itself. */
const stated = (reference: string): string => hashAnswer(reference) ?? reference;

const numberOf = (reference: string): Quotient | null =>
  parseDecimal(stated(reference).trim().replaceAll(/[,$]/g, ""));

function textComparison(method: Method): (reference: string) => (answer: string) => boolean {
  if (method !== "last_number") return (reference) => (answer) => answer === reference;
  return (reference) => (answer) => answer.toLowerCase() === reference.toLowerCase();
}

function valueComparison(reference: string): ((answer: string) => boolean) | null {
  const expected = numberOf(reference);
  return expected && ((answer) => equalQuotients(parseDecimal(answer) as Quotient, expected));
}

/**
 * `score` if the number behind the last `####` is the one in the column `solution`, which may be a whole GSM8K solution.
 *
 * Range 0 to 1; `null` if the solution is no number, or for the methods that compare text if it is empty. The `gsm8k`
 * scores of verl (preset `verl`: the last 300 characters), TinyZero (`tinyzero`: the first mark) and open-instruct
 * (`open-instruct`: the last number anywhere). `flexible` and `last_number` are weak: they pay for a number in
 * passing. Unlike theirs, a marked numeral with an operator or another number behind it (`#### 1/7`) is no answer; nor, by default, is one beside a box or an `<answer>` with another number.
 */
export const gsm8kAnswer: RewardFactory<RolloutReward<AnswerColumns>, Gsm8kAnswerOptions> = defineReward({
  name: "gsm8k_answer",
  summary: "1 if the number behind the last #### is the solution, else 0.",
  family: "math",
  source: "GSM8K (arXiv:2110.14168); verl and TinyZero (gsm8k); open-instruct (GSM8KVerifier).",
  range: ({ score = 1, formatScore = 0 }: Gsm8kAnswerOptions) => rangeOver(0, score, formatScore),
  columns: ["solution"],
  options: {
    method: choice<Method>("How the answer is found, and whether it is compared by value or as text.", {
      marked: "the number behind ####, by value",
      strict: "the numeral behind #### and a space, as text",
      flexible: "the last numeral, marked or not, as text",
      last_number: "the same without commas and final points",
    }),
    occurrence: { enum: ["last", "first"], default: "last", description: "Which of several #### counts." },
    window: {
      type: "integer",
      minimum: 0,
      default: 0,
      description: "How many of the last characters are searched; 0 searches all.",
    },
    score: { type: "number", default: 1, description: "Score of a right answer." },
    formatScore: { type: "number", default: 0, description: "Score of a wrong answer that is found." },
    thinking: thinkingSchema("Where the thinking ends, which states no answer."),
  },
  presets: {
    verl: { method: "strict", window: 300 },
    tinyzero: { method: "strict", occurrence: "first" },
    "open-instruct": { method: "last_number" },
  },
  rollout: (options: Gsm8kAnswerOptions) => {
    const { method = "marked", occurrence = "last", window = 0, score = 1, formatScore = 0 } = options;
    const find = FINDERS[method];
    const asText = textComparison(method);
    const comparison = (reference: string): ((answer: string) => boolean) | null => {
      if (method === "marked") return valueComparison(reference);
      return stated(reference) === "" ? null : asText(stated(reference));
    };
    return ({ task, completion }) => {
      const references = readReferences(task.columns.solution, comparison);
      if (isUnusable(references)) return references;
      const part = answerPart(completion.text, options.thinking);
      if (part === null) return 0;
      const text = visibleText(completion.text.slice(part.start, part.end));
      const answer = find(lastCharacters(text, window), occurrence);
      if (answer === null || (method === "marked" && isContradicted(text, answer, "answer"))) return 0;
      return references.some((equals) => equals(answer)) ? score : formatScore;
    };
  },
});
