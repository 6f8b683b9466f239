import { HARNESS_HACKS } from "../../hacks/harness.js";
import { createRandom } from "../../random.js";
import type { Case, Cell } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import { growingCase, shortRuns } from "../../verifier/suites/growth.js";
import { HOSTILE, shorterTexts } from "../../verifier/suites/texts.js";
import { compare, itemOf, type RewardContext } from "../context.js";

/** What completions look like that no law is about. */
export const PLAIN: readonly string[] = [
  "",
  " ",
  "I do not know.",
  "<think>\nWe add.\n</think>\n<answer>\n42\n</answer>",
  "again and again and again and again and again and again",
  "```python\nprint(42)\n```",
  "我们再看一遍。我们再看一遍。我们再看一遍。",
];
const noFailure: Case["judge"] = () => undefined;

const TAGS = [
  "<think>",
  "</think>",
  "<answer>",
  "</answer>",
  "```",
  "```python\n",
  "\\boxed{",
  "First,",
  "1. ",
];

/** R6: short texts that patterns backtrack on. Where one hangs that cannot be stopped, no longer ones are asked. */
export function shortRunCells({ tasks: [task = { right: [], wrong: [] }] }: RewardContext): readonly Cell[] {
  const [right = ""] = task.right;
  return shortRuns((run) => `${run}!\n${right}`).map(([title, texts]) => ({
    ...cell("R6", title, "harness", () => growingCase(texts.map((text) => itemOf(text, task)))),
    isLast: true,
  }));
}

/** R6: texts that break programs, and those that stop them. */
export function hostileCells({ tasks }: RewardContext): readonly Cell[] {
  const [task = { right: [], wrong: [] }] = tasks;
  const make = (text: string): Omit<Case, "simpler"> => compare([itemOf(text, task)], noFailure);
  const long = [
    ...HARNESS_HACKS.flatMap(({ completions }) =>
      completions({ gold: "42", wrong: "41", state: (answer) => `\\boxed{${answer}}` }),
    ),
    ...TAGS.map((tag) => tag.repeat(5000)),
  ];
  return [
    cell("R6", "broken text", "text", (seed) => {
      const random = createRandom(seed);
      const pieces = [...HOSTILE, ...TAGS, ...PLAIN];
      const text = Array.from({ length: random.between(0, 8) }, () => random.pick(pieces)).join("");
      return caseOf(text, make, shorterTexts);
    }),
    ...long.map((text, i) => ({
      ...cell("R6", "texts that stop programs", "harness", () => caseOf(text, make, shorterTexts)),
      title: `text ${i} of those that stop programs`,
    })),
  ];
}
