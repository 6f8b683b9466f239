import { isInLanguage, isLower, isUpper } from "../../text/index.js";
import { type Instruction, plainInstruction } from "../instruction.js";

/** A text in a script that has no case cannot be in capital letters, nor in small ones. */
const lacksCase = (answer: string): boolean =>
  /\p{L}/u.test(answer) && !/[\p{Lowercase}\p{Uppercase}]/u.test(answer);

/** `change_case:english_capital`: the answer is in English, and in capital letters. */
export const englishCapital: Instruction = plainInstruction(
  (answer) => isUpper(answer) && isInLanguage(answer, "en"),
);

/** `change_case:english_lowercase`: the answer is in English, and in small letters. */
export const englishLowercase: Instruction = plainInstruction(
  (answer) => isLower(answer) && isInLanguage(answer, "en"),
);

/** open-instruct's `validate_uppercase`: no letter would change in capitals, and some could. */
export const validateUppercase: Instruction = plainInstruction(
  (answer) => answer === answer.toUpperCase() && !lacksCase(answer),
);

/** open-instruct's `validate_lowercase`: no letter would change in small letters, and some could. */
export const validateLowercase: Instruction = plainInstruction(
  (answer) => answer === answer.toLowerCase() && !lacksCase(answer),
);
