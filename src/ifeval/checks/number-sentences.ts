import { hasWord } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";
import { narrowQuantifier, relation } from "../relation.js";

/** White space behind a full stop that ends no abbreviation such as `e.g.` or `Dr.`; or the end of a CJK sentence. */
const SENTENCE_BREAK =
  /(?<=[.?!])(?<![\p{L}\p{N}_]\.[\p{L}\p{N}_].)(?<![A-Z][a-z]\.)[\s\x85]|(?<=[。！？])(?=.)/u;

/**
 * How many sentences a text has, and 1 if it has none: open-instruct's rule, which stands in for Google's nltk too.
 * Full stops with no word between them are no sentences.
 */
function countSentences(text: string): number {
  return Math.max(1, text.split(SENTENCE_BREAK).filter(hasWord).length);
}

/** `length_constraints:number_sentences`. */
export const numberSentences: Instruction = instruction(
  { num_sentences: count, relation },
  (answer, { num_sentences, relation: holds }) => holds(countSentences(answer), num_sentences),
);

/** open-instruct's `verify_sentence_constraint`. */
export const verifySentenceConstraint: Instruction = instruction(
  { N: count, quantifier: narrowQuantifier },
  (answer, { N, quantifier: holds }) => holds(countSentences(answer), N),
);
