import {
  accuracy,
  answerFormat,
  bboxGiou,
  boxedFormat,
  codeFormat,
  cosineScaled,
  countdown,
  exactMatch,
  gsm8kAnswer,
  ifeval,
  intAnswer,
  jsonMatch,
  jsonSchema,
  jsonValid,
  knightsAndKnaves,
  languageConsistency,
  listMatch,
  maxLength,
  multipleChoice,
  multiply,
  numericMatch,
  reasoningAccuracy,
  reasoningSteps,
  regexFormat,
  repetitionPenalty,
  scoreAnswer,
  softFormat,
  strictFormat,
  substringMatch,
  tagCount,
  targetLength,
  thinkFormat,
  thinkingBudget,
  tokenF1,
  toolCallMatch,
  xmlCount,
} from "../../../src/index.js";
import type { Kind } from "./hack.js";

/** A reward under attack. */
export interface Target {
  readonly name: string;
  readonly reward: unknown;
  readonly columns?: Readonly<Record<string, unknown>>;
  /** The most that a completion without merit may earn. @default 0 */
  readonly most?: number;
  /** What is put before the completion. */
  readonly prefix?: string;
}

const GOLD = { solution: "42" };
const asked = (...rewards: readonly { readonly name: string }[]): readonly Target[] =>
  rewards.map((reward) => ({ name: reward.name, reward, columns: GOLD }));

const PUZZLES: readonly Target[] = [
  { name: "countdown", reward: countdown(), columns: { target: 42, numbers: [6, 7] } },
  {
    name: "knights_and_knaves",
    reward: knightsAndKnaves(),
    columns: { solution: { Zoey: "knave", Al: "knight" } },
  },
];

const STRUCTURE: readonly Target[] = [
  { name: "json_schema", reward: jsonSchema({ schema: { type: "object", required: ["a"] } }) },
  { name: "json_match", reward: jsonMatch(), columns: { solution: { a: 42 } } },
  { name: "tool_call_match", reward: toolCallMatch(), columns: { solution: [{ name: "a" }] } },
  { name: "bbox_giou", reward: bboxGiou(), columns: { solution: [0, 0, 6, 7] }, most: -1 },
];

/** Rewards of a template, of which the presets `nemo-rl` and `open-instruct` take other text around it. */
const TEMPLATES = [
  answerFormat(),
  answerFormat({ layout: "inline" }),
  ...(["open-r1", "mini-r1", "ms-swift", "ms-swift-react"] as const).map((preset) =>
    answerFormat({ preset }),
  ),
  boxedFormat(),
  codeFormat(),
  strictFormat(),
  softFormat(),
];

/** The rewards by what attacks them. */
export const TARGETS: Readonly<Record<Kind, readonly Target[]>> = {
  answer: [
    ...asked(accuracy(), exactMatch(), numericMatch(), listMatch(), multiply(), gsm8kAnswer()),
    ...asked(scoreAnswer(), substringMatch()),
    ...(["trl", "open-r1", "math-verify"] as const).map((preset) => ({
      name: `accuracy of ${preset}`,
      reward: accuracy({ preset }),
      columns: GOLD,
    })),
    { name: "cosine_scaled", reward: cosineScaled(), columns: GOLD, most: -0.5 },
    { name: "reasoning_accuracy", reward: reasoningAccuracy(), columns: GOLD, prefix: "</think>" },
  ],
  overlap: asked(tokenF1()),
  choice: [
    { name: "multiple_choice", reward: multipleChoice(), columns: { solution: "B" } },
    {
      name: "multiple_choice of texts",
      reward: multipleChoice(),
      columns: { solution: "B", choices: ["41", "42", "43", "44", "45"] },
    },
  ],
  puzzle: PUZZLES,
  digits: asked(intAnswer()),
  format: asked(...TEMPLATES),
  thought: asked(thinkFormat(), thinkFormat({ preset: "trl" })),
  tags: [
    { name: "tag_count", reward: tagCount(), most: 0.75 },
    { name: "xml_count", reward: xmlCount(), most: 0.375 },
  ],
  steps: asked(reasoningSteps(), reasoningSteps({ preset: "open-r1" })),
  structure: STRUCTURE,
  text: [
    ...asked(jsonValid(), languageConsistency(), thinkingBudget(), regexFormat({ pattern: ".*" })),
    ...asked(maxLength({ unit: "characters" }), targetLength({ unit: "characters", target: 1 })),
    {
      name: "ifeval",
      reward: ifeval(),
      columns: { instruction_id_list: ["punctuation:no_comma"], kwargs: [{}] },
    },
  ],
  repetition: [{ name: "repetition_penalty", reward: repetitionPenalty(), most: -0.9 }],
};
