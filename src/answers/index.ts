export { generalizedIou, readRectangle } from "./bounding-box.js";
export { type Choices, findChoice, letterAt, makeChoices, readChoice } from "./choice.js";
export {
  answerReader,
  type Extraction,
  type ExtractionOptions,
  extractionSchema,
  thinkingSchema,
} from "./extraction.js";
export { flexibleNumeral, lastNumber, lenientNumeral, type Occurrence, strictNumeral } from "./gsm8k.js";
export { isHedged } from "./hedge.js";
export { listItem, listItems } from "./list.js";
export { NORMAL_FORMS, type Normalization } from "./normal-form.js";
export { type Containment, partialCredit } from "./partial-credit.js";
export { equalQuantities, readQuantity } from "./quantity.js";
export { distance, equalQuotients, isLess, parseDecimal, type Quotient, quotient } from "./quotient.js";
export { type AnswerColumns, isUnusable, readReferences, unusableReference } from "./reference.js";
export { isContradicted } from "./rivals.js";
export { tokenOverlap } from "./token-overlap.js";
