export { type Choice, parseChoice } from "./choice.js";
export { parseChineseNumber } from "./chinese-numbers.js";
export { compareWords, isYesNo } from "./compare.js";
export { fractionWords } from "./fraction-words.js";
export { monthNumber, weekdayName } from "./calendar.js";
export { parseNumberWord } from "./number-words.js";
export { plainText } from "./plain-text.js";
export { singular } from "./singular.js";
