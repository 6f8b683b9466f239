export { applyChange, type Change, changeSomewhere } from "./change.js";
export { DOMAIN_RULES, EQUIVALENCES, UNSOUND_RULES } from "./equivalences.js";
export { MUTATIONS } from "./mutations.js";
export { indexRules, type RuleIndex } from "./rule-index.js";
export type { Rule } from "./rule.js";
