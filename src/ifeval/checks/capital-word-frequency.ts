import { isUpper, pythonWords } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";
import { quantifier, relation } from "../relation.js";

/** Hyphens, full stops and slashes join what nltk keeps as one token, such as `COVID-19` and `U.S.`. */
const TOKEN = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-./](?=[\p{L}\p{N}_]))*/gu;

/** `change_case:capital_word_frequency`: how many words have capital letters only; hyphenated words count once. */
export const capitalWordFrequency: Instruction = instruction(
  { capital_frequency: count, capital_relation: relation },
  (answer, { capital_frequency, capital_relation: holds }) =>
    holds((answer.match(TOKEN) ?? []).filter(isUpper).length, capital_frequency),
);

/** open-instruct's `validate_frequency_capital_words`: words of the letters A to Z. */
export const validateFrequencyCapitalWords: Instruction = instruction(
  { N: count, quantifier },
  (answer, { N, quantifier: holds }) =>
    holds(pythonWords(answer).filter((word) => /^[A-Z]+$/.test(word)).length, N),
);
