import { pythonSplit, pythonWords } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";
import { quantifier, relation } from "../relation.js";

/** `length_constraints:number_words`: words are runs of letters and digits, as nltk's `\w+` tokenizer has them. */
export const numberWords: Instruction = instruction(
  { num_words: count, relation },
  (answer, { num_words, relation: holds }) => holds(pythonWords(answer).length, num_words),
);

/** open-instruct's `validate_word_constraint`: words are what white space separates. */
export const validateWordConstraint: Instruction = instruction(
  { N: count, quantifier },
  (answer, { N, quantifier: holds }) => holds(pythonSplit(answer).length, N),
);
