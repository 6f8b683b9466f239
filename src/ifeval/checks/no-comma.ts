import { type Instruction, plainInstruction } from "../instruction.js";

/** `punctuation:no_comma`, and open-instruct's `validate_no_commas`: there is no comma. */
export const noComma: Instruction = plainInstruction((answer) => !answer.includes(","));
