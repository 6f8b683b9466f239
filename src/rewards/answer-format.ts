import type { RolloutReward } from "../core/index.js";
import { choice, type JsonSchema } from "../schema/index.js";
import { isPrefilled, LAYOUTS, type Prefilled, type TemplateLayout } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link answerFormat}. */
export interface AnswerFormatOptions {
  /** The layout of another system. */
  readonly preset?: "open-r1" | "mini-r1" | "ms-swift" | "ms-swift-react" | "nemo-rl" | "open-instruct";
  /**
   * `lines`: each tag stands on a line of its own, as open-r1 asks for. `inline`: white space around the tags is free.
   * `tight`: white space is free between the blocks only, as in ms-swift. `line-break`: one line break stands between
   * the blocks, as in Mini-R1. `soft`: text may stand before the thinking and behind the answer, as in open-instruct.
   * `anywhere`: each block counts by itself, as in NeMo-RL. `react`: `Action:` and `Action Input:` stand in for the
   * answer block, as in ms-swift's `react_format`.
   * @default "lines"
   */
  readonly layout?: TemplateLayout;
  /** Name of the tags around the thinking. @default "think" */
  readonly thinkTag?: string;
  /** Name of the tags around the answer. @default "answer" */
  readonly answerTag?: string;
  /**
   * Whether the prompt has opened the thinking already, so that the completion starts inside it; `"auto"` if the
   * prompt ends with the opening tag.
   * @default "auto"
   */
  readonly prefilled?: Prefilled;
  /** Whether blocks that show nothing count as missing. @default true */
  readonly requireContent?: boolean;
  /** What the thinking is worth; only the layout `anywhere` pays it without the answer. @default 0.25 */
  readonly thinkWeight?: number;
  /** What the answer is worth; only the layout `anywhere` pays it without the thinking. @default 0.75 */
  readonly answerWeight?: number;
}

const tagName = (byDefault: string, description: string): JsonSchema => ({
  type: "string",
  pattern: "^[A-Za-z][\\w.-]*$",
  default: byDefault,
  description,
});

const weight = (byDefault: number, description: string): JsonSchema => ({
  type: "number",
  minimum: 0,
  default: byDefault,
  description,
});

/**
 * 1 if the completion is one `<think>` block followed by one `<answer>` block and nothing else; else 0. The options
 * name other tags, layouts and weights; range 0 to `thinkWeight + answerWeight`.
 *
 * The `format` rewards of open-r1, Mini-R1, ms-swift and NeMo-RL, ms-swift's `react_format` and open-instruct's
 * `soft_format`, each as a preset, without their holes: blocks without content earn nothing, nor do repeated or nested
 * tags and text after the answer where the template is all that there may be.
 */
export const answerFormat: RewardFactory<RolloutReward, AnswerFormatOptions> = defineReward({
  name: "answer_format",
  summary: "1 if the completion is one <think> block, then one <answer> block, and nothing else; else 0.",
  family: "format",
  source: "DeepSeek-R1 (arXiv:2501.12948); open-r1, Mini-R1, ms-swift, NeMo-RL and open-instruct (format).",
  range: ({ thinkWeight = 0.25, answerWeight = 0.75 }: AnswerFormatOptions) => [
    0,
    thinkWeight + answerWeight,
  ],
  optionalColumns: ["prompt"],
  readsWhen: { prompt: { option: "prefilled", values: ["auto"] } },
  presets: {
    "open-r1": { layout: "lines" },
    "mini-r1": { layout: "line-break", prefilled: true },
    "ms-swift": { layout: "tight" },
    "ms-swift-react": { layout: "react" },
    "nemo-rl": { layout: "anywhere", thinkWeight: 0.25, answerWeight: 0.75 },
    "open-instruct": { layout: "soft" },
  },
  options: {
    layout: choice<TemplateLayout>(
      "How the tags stand to lines and to each other, and where other text may stand.",
      {
        lines: "each tag stands on a line of its own",
        inline: "white space around the tags is free",
        tight: "white space is free between the blocks only",
        "line-break": "one line break stands between the blocks",
        soft: "text may stand before the thinking and behind the answer",
        anywhere: "each block counts by itself, wherever it stands",
        react: "Action: and Action Input: stand in for the answer block",
      },
    ),
    thinkTag: tagName("think", "Name of the tags around the thinking."),
    answerTag: tagName("answer", "Name of the tags around the answer."),
    prefilled: {
      enum: ["auto", true, false],
      default: "auto",
      description: "Whether the prompt has opened the thinking already; auto as its end says.",
    },
    requireContent: {
      type: "boolean",
      default: true,
      description: "Whether blocks that show nothing count as missing.",
    },
    thinkWeight: weight(0.25, "What the thinking is worth."),
    answerWeight: weight(0.75, "What the answer is worth."),
  },
  rollout: (options: AnswerFormatOptions) => {
    const { layout = "lines", prefilled = "auto", requireContent = true } = options;
    const { thinkTag = "think", answerTag = "answer", thinkWeight = 0.25, answerWeight = 0.75 } = options;
    const blocksOf = LAYOUTS[layout];
    const tags = { think: thinkTag, answer: answerTag };
    const openTag = `<${thinkTag}>`;
    const opening = layout === "lines" ? `${openTag}\n` : openTag;
    return ({ task, completion: { text } }) => {
      const isOpen = isPrefilled(prefilled, task.prompt, openTag);
      const { thought, answer } = blocksOf(isOpen ? opening + text : text, tags, requireContent);
      return (thought ? thinkWeight : 0) + (answer ? answerWeight : 0);
    };
  },
});
