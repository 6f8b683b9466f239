export { mostFrequent } from "./frequent-words.js";
export { isInLanguage } from "./in-language.js";
export { findLanguage, LANGUAGE_CODES, type LanguageCode } from "./languages.js";
export { prose } from "./prose.js";
export { languageShare } from "./share.js";
