export type { Answer, AnswerKind } from "./answers/index.js";
export { corpus, type CorpusOptions } from "./corpus.js";
export type { Expression, Operator } from "./expression/expression.js";
export type { AnswerPair, Relation, Step } from "./pairs/recipe.js";
export type { PairOptions } from "./pairs/pair-source.js";
export type { AnswerPlace, VerifierPolicy } from "./policy.js";
export { checkVerifier, type CheckOptions } from "./verifier/check-verifier.js";
export type { FindingType, LawId } from "./verifier/case.js";
export type { Rate } from "./verifier/rate.js";
export type { Finding, Severity, VerifierReport } from "./verifier/report.js";
export type { VerifierItem, VerifierScore, VerifierTarget } from "./verifier/target.js";
export { verifierLaws, type VerifierLaw } from "./verifier/verifier-laws.js";
export { compareVerifiers, type DifferentialReport } from "./verifier/compare-verifiers.js";
export { type LoggedCase, minimise } from "./verifier/minimise.js";
export {
  type AdvantageCheckOptions,
  type AdvantageFinding,
  type AdvantageReport,
  checkAdvantages,
} from "./advantages/check-advantages.js";
export type { AdvantageFunction, AdvantageTraits } from "./advantages/laws.js";
