export { boxes } from "./boxes.js";
export { codeBlocks, type CodeBlock } from "./code-blocks.js";
export { hasContent, saysSomething } from "./content.js";
export { firstElement, lastElement, looseElement, outerElement } from "./elements.js";
export { excerpt } from "./excerpt.js";
export { isAside } from "./aside.js";
export { literalFences } from "./fences.js";
export {
  areDistinct,
  compareJson,
  type FieldCounts,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonComparison,
  jsonPart,
  type JsonPlace,
  parseJson,
  toJson,
} from "./json/index.js";
export {
  findLanguage,
  isInLanguage,
  LANGUAGE_CODES,
  type LanguageCode,
  languageShare,
  mostFrequent,
  prose,
} from "./language/index.js";
export { hashAnswer, lastMarked } from "./last-marked.js";
export { withoutChatTokens, withoutUnseen } from "./chat-tokens.js";
export { codePointLength, completionLength, type LengthUnit } from "./length.js";
export { mathSpans } from "./math-spans.js";
export { type NgramIndex, ngramIndex } from "./ngrams.js";
export { isPlaceholder } from "./placeholder.js";
export { isPrefilled, type Prefilled } from "./prefilled.js";
export {
  asciiDigits,
  isBlank,
  isSpace,
  pythonFloat,
  pythonInt,
  pythonSplit,
  pythonStrip,
  skipSpace,
} from "./python-text.js";
export { hasWord, includesWord, isLower, isUpper, pythonWords } from "./python-words.js";
export { sentenceEnd } from "./sentences.js";
export type { Span } from "./span.js";
export { countOccurrences, countTags, lastTagged } from "./tags.js";
export {
  emptyLines,
  isFilled,
  keepsRules,
  LAYOUTS,
  readTemplate,
  type Rule,
  TEMPLATE_RULES,
  type TemplateLayout,
  type TemplateRules,
} from "./template.js";
export { answerPart, thinkingPart, type ThinkingMode } from "./thinking.js";
export { removeThinkingSection } from "./thinking-section.js";
export {
  callsOfMessages,
  callsOfText,
  readCalls,
  type ToolCallFormat,
  type WrittenCall,
} from "./tool-calls.js";
export { visibleText } from "./visible.js";
export { splitCharacters, splitSpaced, splitWords, words } from "./words.js";
