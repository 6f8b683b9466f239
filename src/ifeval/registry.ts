import { capitalWordFrequency, validateFrequencyCapitalWords } from "./checks/capital-word-frequency.js";
import { constrainedResponse, validateChoice } from "./checks/constrained-response.js";
import { endChecker, validateEnd } from "./checks/end-checker.js";
import {
  englishCapital,
  englishLowercase,
  validateLowercase,
  validateUppercase,
} from "./checks/english-case.js";
import { forbiddenWords, validateForbiddenWords } from "./checks/forbidden-words.js";
import { jsonFormat, validateJsonFormat } from "./checks/json-format.js";
import { frequency, verifyKeywordFrequency } from "./checks/keyword-frequency.js";
import { existence, verifyKeywords } from "./checks/keywords.js";
import { letterFrequency, verifyLetterFrequency } from "./checks/letter-frequency.js";
import { multipleSections, validateSections } from "./checks/multiple-sections.js";
import { noComma } from "./checks/no-comma.js";
import { nthParagraphFirstWord, validateParagraphs } from "./checks/nth-paragraph-first-word.js";
import { numberBulletLists, verifyBulletPoints } from "./checks/number-bullet-lists.js";
import {
  numberHighlightedSections,
  validateHighlightedSections,
} from "./checks/number-highlighted-sections.js";
import { numberParagraphs, verifyParagraphCount } from "./checks/number-paragraphs.js";
import { numberPlaceholders, validatePlaceholders } from "./checks/number-placeholders.js";
import { numberSentences, verifySentenceConstraint } from "./checks/number-sentences.js";
import { numberWords, validateWordConstraint } from "./checks/number-words.js";
import { postscript, verifyPostscript } from "./checks/postscript.js";
import { quotation, validateQuotation } from "./checks/quotation.js";
import { repeatPrompt, validateRepeatPrompt } from "./checks/repeat-prompt.js";
import { responseLanguage } from "./checks/response-language.js";
import { title } from "./checks/title.js";
import { twoResponses, validateTwoResponses } from "./checks/two-responses.js";
import type { Instruction } from "./instruction.js";

/** The 25 instructions of IFEval by the ids of its data. */
const IFEVAL: readonly (readonly [id: string, instruction: Instruction])[] = [
  ["change_case:capital_word_frequency", capitalWordFrequency],
  ["change_case:english_capital", englishCapital],
  ["change_case:english_lowercase", englishLowercase],
  ["combination:repeat_prompt", repeatPrompt],
  ["combination:two_responses", twoResponses],
  ["detectable_content:number_placeholders", numberPlaceholders],
  ["detectable_content:postscript", postscript],
  ["detectable_format:constrained_response", constrainedResponse],
  ["detectable_format:json_format", jsonFormat],
  ["detectable_format:multiple_sections", multipleSections],
  ["detectable_format:number_bullet_lists", numberBulletLists],
  ["detectable_format:number_highlighted_sections", numberHighlightedSections],
  ["detectable_format:title", title],
  ["keywords:existence", existence],
  ["keywords:forbidden_words", forbiddenWords],
  ["keywords:frequency", frequency],
  ["keywords:letter_frequency", letterFrequency],
  ["language:response_language", responseLanguage],
  ["length_constraints:nth_paragraph_first_word", nthParagraphFirstWord],
  ["length_constraints:number_paragraphs", numberParagraphs],
  ["length_constraints:number_sentences", numberSentences],
  ["length_constraints:number_words", numberWords],
  ["punctuation:no_comma", noComma],
  ["startend:end_checker", endChecker],
  ["startend:quotation", quotation],
];

/** The functions of open-instruct, which take other arguments and are often stricter. */
const OPEN_INSTRUCT: readonly (readonly [name: string, instruction: Instruction])[] = [
  ["validate_choice", validateChoice],
  ["validate_end", validateEnd],
  ["validate_forbidden_words", validateForbiddenWords],
  ["validate_frequency_capital_words", validateFrequencyCapitalWords],
  ["validate_highlighted_sections", validateHighlightedSections],
  ["validate_json_format", validateJsonFormat],
  ["validate_lowercase", validateLowercase],
  ["validate_no_commas", noComma],
  ["validate_paragraphs", validateParagraphs],
  ["validate_placeholders", validatePlaceholders],
  ["validate_quotation", validateQuotation],
  ["validate_repeat_prompt", validateRepeatPrompt],
  ["validate_response_language", responseLanguage],
  ["validate_sections", validateSections],
  ["validate_title", title],
  ["validate_two_responses", validateTwoResponses],
  ["validate_uppercase", validateUppercase],
  ["validate_word_constraint", validateWordConstraint],
  ["verify_bullet_points", verifyBulletPoints],
  ["verify_keyword_frequency", verifyKeywordFrequency],
  ["verify_keywords", verifyKeywords],
  ["verify_letter_frequency", verifyLetterFrequency],
  ["verify_paragraph_count", verifyParagraphCount],
  ["verify_postscript", verifyPostscript],
  ["verify_sentence_constraint", verifySentenceConstraint],
];

/** Every instruction, by the id in a data set. */
export const INSTRUCTIONS: ReadonlyMap<string, Instruction> = new Map([...IFEVAL, ...OPEN_INSTRUCT]);
