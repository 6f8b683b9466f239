export { type Box, boxes } from "./boxes.js";
export { excerpt } from "./excerpt.js";
export { lastMarked } from "./last-marked.js";
export { codePointLength, completionLength, type LengthUnit } from "./length.js";
export { mathSpans, type MathSpan } from "./math-spans.js";
export { sentenceEnd } from "./sentences.js";
export type { Span } from "./span.js";
export { countOccurrences, lastTagged } from "./tags.js";
export { answerPart, type ThinkingMode } from "./thinking.js";
