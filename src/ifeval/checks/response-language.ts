import { findLanguage, isInLanguage, type LanguageCode } from "../../text/index.js";
import { type Instruction, instruction, type Reader } from "../instruction.js";

const language: Reader<LanguageCode> = (value) => (typeof value === "string" ? findLanguage(value) : null);

/**
 * `language:response_language`, and open-instruct's `validate_response_language`: the whole answer is in the language,
 * given by its code or English name. See {@link isInLanguage}, which stands in for the originals' langdetect.
 */
export const responseLanguage: Instruction = instruction({ language }, (answer, { language: asked }) =>
  isInLanguage(answer, asked),
);
