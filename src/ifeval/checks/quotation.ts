import { pythonStrip } from "../../text/index.js";
import { type Instruction, plainInstruction } from "../instruction.js";

const isQuoted = (answer: string): boolean =>
  answer.startsWith('"') && answer.endsWith('"') && pythonStrip(answer.slice(1, -1)) !== "";

/** `startend:quotation`: double quotation marks stand around the answer, which has something in them. */
export const quotation: Instruction = plainInstruction((answer) => isQuoted(pythonStrip(answer)));

/** open-instruct's `validate_quotation`, without white space around the marks. */
export const validateQuotation: Instruction = plainInstruction(isQuoted);
