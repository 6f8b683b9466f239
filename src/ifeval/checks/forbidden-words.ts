import { includesWord } from "../../text/index.js";
import { type Instruction, instruction, texts } from "../instruction.js";

/** `keywords:forbidden_words`: none of the words stands by itself in the answer, in any case. */
export const forbiddenWords: Instruction = instruction(
  { forbidden_words: texts },
  (answer, { forbidden_words }) => {
    const lower = answer.toLowerCase();
    return !forbidden_words.some((word) => includesWord(lower, word.toLowerCase()));
  },
);

/** open-instruct's `validate_forbidden_words`: none of them occurs, not even within a longer word. */
export const validateForbiddenWords: Instruction = instruction(
  { forbidden_words: texts },
  (answer, { forbidden_words }) => {
    const lower = answer.toLowerCase();
    return !forbidden_words.some((word) => lower.includes(word.toLowerCase()));
  },
);
