import { type Instruction, instruction, type Reader } from "../instruction.js";
import { isInLanguage, isKnownLanguage } from "../language/index.js";

const language: Reader<string> = (value) =>
  typeof value === "string" && isKnownLanguage(value) ? value : null;

/**
 * `language:response_language`, and open-instruct's `validate_response_language`: the whole answer is in the language,
 * given by its code. See {@link isInLanguage}, which stands in for the originals' langdetect.
 */
export const responseLanguage: Instruction = instruction({ language }, (answer, { language: asked }) =>
  isInLanguage(answer, asked),
);
