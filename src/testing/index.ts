export type { Answer, AnswerKind } from "./answers/index.js";
export { corpus, type CorpusOptions } from "./corpus.js";
export type { Expression, Operator } from "./expression/expression.js";
export type { AnswerPair, Relation, Step } from "./pairs/recipe.js";
export type { PairOptions } from "./pairs/pair-source.js";
export type { AnswerPlace, VerifierPolicy } from "./policy.js";
