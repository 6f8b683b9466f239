import { pythonStrip } from "../../text/index.js";
import { type Instruction, instruction, text } from "../instruction.js";

const QUOTES = /^"+/;

function withoutQuotes(answer: string): string {
  let end = answer.length;
  while (answer.charAt(end - 1) === '"') end--;
  return answer.slice(0, end).replace(QUOTES, "");
}

/** `startend:end_checker`: the answer ends with the phrase, in any case; quotation marks may stand around the answer. */
export const endChecker: Instruction = instruction({ end_phrase: text }, (answer, { end_phrase }) =>
  withoutQuotes(pythonStrip(answer)).toLowerCase().endsWith(pythonStrip(end_phrase).toLowerCase()),
);

/** open-instruct's `validate_end`: the answer ends with the phrase as it is. */
export const validateEnd: Instruction = instruction({ end_phrase: text }, (answer, { end_phrase }) =>
  answer.endsWith(end_phrase),
);
