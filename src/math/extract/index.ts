export { extractAnswer, extractFrom, readAnswerPart } from "./answer.js";
export { resolveExtract } from "./options.js";
export { EXTRACT_PRESETS, type ExtractPreset } from "./presets.js";
export { extractReference } from "./reference.js";
export type { AnswerPart, ExtractedAnswer, ExtractionMethod, ExtractOptions } from "./types.js";
export { findRivals } from "./rivals.js";
