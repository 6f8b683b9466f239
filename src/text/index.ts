export { excerpt } from "./excerpt.js";
export { lastFinalAnswer, lastMarked } from "./final-answer.js";
export { lastBoxed } from "./last-boxed.js";
export { codePointLength, completionLength, type LengthUnit } from "./length.js";
export type { Span } from "./span.js";
export { countOccurrences, lastTagged } from "./tags.js";
export { answerPart } from "./thinking.js";
