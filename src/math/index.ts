export {
  EXTRACT_PRESETS,
  type ExtractPreset,
  type ExtractedAnswer,
  type ExtractionMethod,
  extractAnswer,
  extractReference,
  type ExtractOptions,
} from "./extract/index.js";
export { type Explanation, explainVerdict, type ParsedSide } from "./explain.js";
export type { PartialMatch } from "./partial.js";
export { closeEngines, type EngineVerifyOptions, verifyWithEngines } from "./verify-with-engines.js";
export { DEFAULT_POLICY, type Policy, POLICY_VALUES, type PresetName, PRESETS } from "./policy.js";
export {
  createVerifier,
  type Verification,
  type Verifier,
  verify,
  verifyAnswer,
  type VerifyOptions,
} from "./verifier.js";
export type { AnswerInput, VerifyInput } from "./verify-input.js";
