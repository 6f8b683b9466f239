import type { FormatTraits } from "../../../testing/index.js";
import type { BuiltinAudit, BuiltinAudits } from "./builtin-audit.js";

const blocks =
  (thought: string, answer: string) =>
  (first: string, second: string): string =>
    `<${thought}>\n${first}\n</${thought}>\n<${answer}>\n${second}\n</${answer}>`;

const format = (traits: FormatTraits): BuiltinAudit => ({ kind: "format", check: { format: traits } });

const REASONING: FormatTraits = { write: blocks("reasoning", "answer") };
/** Tags that are counted hold any text, or none. */
const COUNTED: FormatTraits = { filled: [], around: "accept" };

/** Rewards for a format. */
export const FORMAT_AUDITS: BuiltinAudits = {
  answer_format: format({ prefilled: true }),
  boxed_format: format({
    write: (thought, answer) => `${thought}\n\\boxed{${answer}}`,
    tags: ["\\boxed{"],
    filled: ["answer"],
    around: "accept",
  }),
  code_format: format({
    write: (thought, answer) => blocks("think", "answer")(thought, `\`\`\`python\n${answer}\n\`\`\``),
    tags: ["<think>", "</think>", "<answer>", "```python", "</answer>"],
    prefilled: true,
  }),
  reasoning_steps: { kind: "any" },
  regex_format: format({}),
  soft_format: format(REASONING),
  strict_format: format(REASONING),
  tag_count: format({ ...COUNTED, prefilled: true }),
  think_format: format({
    write: (thought, answer) => `<think>${thought}</think>\n${answer}`,
    filled: ["thought"],
    around: "accept",
    repeatable: ["</think>"],
    prefilled: true,
  }),
  xml_count: format({ ...REASONING, ...COUNTED }),
};
