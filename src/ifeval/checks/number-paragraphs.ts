import { pythonStrip } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";

const isBlank = (text: string): boolean => pythonStrip(text) === "";

/** `length_constraints:number_paragraphs`: `***` stands between paragraphs, and may stand around them. */
export const numberParagraphs: Instruction = instruction(
  { num_paragraphs: count },
  (answer, { num_paragraphs }) => {
    const parts = answer.split("***");
    const inner = parts.slice(Number(isBlank(parts[0] ?? "")), isBlank(parts.at(-1) ?? "") ? -1 : undefined);
    return inner.length === num_paragraphs && !inner.some(isBlank);
  },
);

/** open-instruct's `verify_paragraph_count`: `* * *` stands between paragraphs only. */
export const verifyParagraphCount: Instruction = instruction({ N: count }, (answer, { N }) => {
  const paragraphs = answer.split("* * *");
  return paragraphs.length === N && !paragraphs.some(isBlank);
});
