import {
  accuracy,
  answerFormat,
  boxedFormat,
  cosineScaled,
  diversity,
  exactMatch,
  length,
  maxLength,
  reasoningSteps,
  repetitionPenalty,
  softOverlongPunishment,
  tagCount,
  thinkFormat,
  thinkingBudget,
} from "../../../src/index.js";

/** A hack that makes more of a text: which rewards must not pay more for what it makes than for the text. */
export interface Padding {
  readonly id: string;
  readonly trick: string;
  readonly rewards: readonly { readonly name: string }[];
  readonly plain: string;
  readonly padded: readonly string[];
}

const GOOD = "<think>\nr\n</think>\n<answer>\n42\n</answer>";
const RIGHT = "\\boxed{42}";
const ANSWERS = [accuracy(), exactMatch(), cosineScaled()] as const;
const SHAPES = [answerFormat(), thinkFormat(), tagCount(), boxedFormat()] as const;
const LENGTHS = [
  cosineScaled(),
  length(),
  maxLength({ unit: "characters", maxLength: 20 }),
  softOverlongPunishment({ unit: "characters", maxLength: 100, cache: 50 }),
] as const;

const FILLERS = [" ", "\n", "x", "\u200b", "😀", "\u0000", "so ", "\t\r\n", "0", "Wait, "];
const KEYWORDS = [
  "Wait, ",
  "Let me check. ",
  "Aha! ",
  "Hmm, wait. Let me double-check. ",
  "Alternatively, ",
  "等等，",
];
const around = (text: string, fillers: readonly string[], times: number): readonly string[] =>
  fillers.flatMap((filler) => [filler.repeat(times) + text, text + filler.repeat(times)]);

export const PADDINGS: readonly Padding[] = [
  {
    id: "K22",
    trick: "stuffed keywords",
    rewards: [...ANSWERS, ...SHAPES, reasoningSteps(), repetitionPenalty(), thinkingBudget()],
    plain: `<think>\nr\n</think>\n<answer>\n${RIGHT}\n</answer>`,
    padded: KEYWORDS.map(
      (keyword) => `<think>\nr ${keyword.repeat(60)}\n</think>\n<answer>\n${RIGHT}\n</answer>`,
    ),
  },
  {
    id: "K24",
    trick: "one character, and digits at random",
    rewards: [accuracy(), exactMatch(), ...SHAPES, length(), reasoningSteps(), thinkingBudget(), diversity()],
    plain: "I do not know.",
    padded: ["7", "x", "8351927406 ".repeat(90), "90210", "7".repeat(1000), "。"],
  },
  {
    id: "K25",
    trick: "a multiple of the length at which the curve ends",
    rewards: LENGTHS,
    plain: RIGHT + "x".repeat(1000 - RIGHT.length),
    padded: [2, 3, 4, 5, 7, 10, 100].map((times) => RIGHT + "x".repeat(times * 1000 - RIGHT.length)),
  },
  {
    id: "K26",
    trick: "padding around the answer",
    rewards: [...ANSWERS, ...LENGTHS],
    plain: RIGHT,
    padded: around(RIGHT, FILLERS, 300),
  },
  {
    id: "K26",
    trick: "padding in the thinking and around the template",
    rewards: [...ANSWERS, ...LENGTHS, ...SHAPES, thinkingBudget({ budget: 100 })],
    plain: GOOD,
    padded: FILLERS.flatMap((filler) => [
      GOOD.replace("r", `r${filler.repeat(300)}`),
      GOOD + filler.repeat(300),
      GOOD.replace("42", `42${filler.repeat(300)}`),
    ]),
  },
  {
    id: "K29",
    trick: "one long token, and a million line breaks",
    rewards: [...ANSWERS, ...LENGTHS, repetitionPenalty(), reasoningSteps(), thinkingBudget()],
    plain: RIGHT,
    padded: ["a", "\n", "9", "(", "\u200b", "好"].map((token) => RIGHT + token.repeat(1_000_000)),
  },
];
