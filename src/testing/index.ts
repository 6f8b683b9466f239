export type { Answer, AnswerKind } from "./answers/index.js";
export { corpus, type CorpusOptions } from "./corpus.js";
export type { Ball } from "./expression/ball.js";
export { evaluate, type Point } from "./expression/evaluate.js";
export type { Expression, Operator } from "./expression/expression.js";
export type { ExpressionOptions } from "./expression/generate.js";
export type { Style } from "./expression/style.js";
export { latexOf } from "./latex-of.js";
export type { AnswerPair, Relation, Step } from "./pairs/recipe.js";
export type { PairOptions } from "./pairs/pair-source.js";
export type { AnswerPlace, ReferenceForm, VerifierPolicy } from "./policy.js";
export { checkVerifier } from "./verifier/check-verifier.js";
export type { CheckOptions } from "./verifier/check-options.js";
export type { FindingType, LawId } from "./verifier/case.js";
export type { Rate, VerifierRates, YoudensJ } from "./verifier/rate.js";
export type { Finding, Severity, VerifierReport } from "./verifier/report.js";
export {
  isolated,
  type IsolatedVerifier,
  type Outcome,
  type Question,
  type VerifierItem,
  type VerifierScore,
  type VerifierTarget,
} from "./verifier/target.js";
export { type InferOptions, inferPolicy } from "./verifier/infer-policy.js";
export { DEFAULT_VERIFIER_POLICY } from "./policy.js";
export { LAW_TITLES } from "./verifier/law-titles.js";
export { verifierLaws, type VerifierLaw } from "./verifier/verifier-laws.js";
export {
  compareVerifiers,
  type CompareOptions,
  type DifferentialReport,
} from "./verifier/compare-verifiers.js";
export { type LoggedCase, minimise } from "./verifier/minimise.js";
export {
  type AdvantageCheckOptions,
  type AdvantageFinding,
  type AdvantageLawTest,
  advantageLaws,
  type AdvantageReport,
  checkAdvantages,
} from "./advantages/check-advantages.js";
export type { AdvantageFunction, AdvantageTraits } from "./advantages/laws.js";
export { checkReward, rewardLaws, type RewardReport } from "./rewards/check-reward.js";
export type { RewardCheckOptions } from "./rewards/check-options.js";
export { auditRollouts, type RolloutAuditOptions, type RolloutReport } from "./rollouts/audit-rollouts.js";
export type { LoggedRollout } from "./rollouts/rollout.js";
export type { BatchReward, RewardTarget, TestedReward } from "./rewards/target.js";
export type { RewardRange } from "./verifier/range.js";
export type {
  CodeTraits,
  CompositeTraits,
  CountdownTraits,
  FormatTraits,
  LengthPoints,
  LengthTraits,
  LengthTrend,
  RepetitionTraits,
  RewardKind,
  RewardTask,
  RewardUnit,
} from "./rewards/traits.js";
