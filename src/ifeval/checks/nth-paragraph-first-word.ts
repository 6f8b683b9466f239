import { pythonStrip } from "../../text/index.js";
import { count, type Instruction, instruction, text } from "../instruction.js";

const WORD = /^["']*([^\s.,?!'"]+)/;

/** `length_constraints:nth_paragraph_first_word`: empty lines separate the paragraphs, of which one starts so. */
export const nthParagraphFirstWord: Instruction = instruction(
  { num_paragraphs: count, nth_paragraph: count, first_word: text },
  (answer, { num_paragraphs, nth_paragraph, first_word }) => {
    const paragraphs = answer.split("\n\n").map(pythonStrip).filter(Boolean);
    const [, word = ""] = WORD.exec(paragraphs[nth_paragraph - 1] ?? "") ?? [];
    return paragraphs.length === num_paragraphs && word.toLowerCase() === first_word.toLowerCase();
  },
);

/** open-instruct's `validate_paragraphs`: every empty line separates, and the paragraph starts with the text as it is. */
export const validateParagraphs: Instruction = instruction(
  { N: count, i: count, first_word: text },
  (answer, { N, i, first_word }) => {
    const paragraphs = answer.split("\n\n");
    return paragraphs.length === N && pythonStrip(paragraphs[i - 1] ?? "").startsWith(first_word);
  },
);
