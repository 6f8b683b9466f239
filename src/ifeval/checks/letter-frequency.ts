import { codePointLength, countOccurrences } from "../../text/index.js";
import { count, type Instruction, instruction, type Reader } from "../instruction.js";
import { relation } from "../relation.js";

const letter: Reader<string> = (value) =>
  typeof value === "string" && codePointLength(value) === 1 ? value : null;

/** `keywords:letter_frequency`: how often the letter occurs, in any case. */
export const letterFrequency: Instruction = instruction(
  { letter, let_frequency: count, let_relation: relation },
  (answer, { letter: asked, let_frequency, let_relation: holds }) =>
    holds(countOccurrences(answer.toLowerCase(), asked.toLowerCase()), let_frequency),
);

/** open-instruct's `verify_letter_frequency`: the letter occurs exactly so often, in this case. */
export const verifyLetterFrequency: Instruction = instruction(
  { letter, N: count },
  (answer, { letter: asked, N }) => countOccurrences(answer, asked) === N,
);
