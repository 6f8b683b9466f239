export { type ExtractedAnswer, type ExtractionMethod, extractAnswer, extractReference } from "./extract.js";
export { type Verification, type VerifyInput, verify } from "./verifier.js";
