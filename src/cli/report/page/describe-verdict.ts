import type { Score, Verdict } from "../../../core/index.js";

/** What a tier or rule found, as the end of a sentence. */
const BY: Readonly<Record<string, string>> = {
  calendar: "as dates",
  canonical_form: "by exact algebra",
  choice: "as letters of a choice",
  collection: "element by element",
  exact_value: "by their exact values",
  identity_test: "by their values, with error bounds",
  matrix: "entry by entry",
  normalized_text: "as text, once notation is normalised",
  quantity: "as quantities with units",
  ratio: "as ratios",
  real_set: "as sets of real numbers",
  relation: "as equations or inequalities",
  rounded_decimal: "as an exact value and its rounded decimal",
  structure: "by their structure",
  text: "as text",
  words: "as words",
  not_simplified: "it is not worked out",
  unproven: "nothing proves that both are equal",
};

const REASONS: Readonly<Record<string, string>> = {
  "candidate:no_answer": "The completion states no answer.",
  "candidate:no_code": "The completion has no code.",
  "candidate:no_json": "The completion has no JSON.",
  "candidate:unparsable": "The answer cannot be read.",
  "candidate:budget": "The answer takes too much work to compare.",
  "reference:missing": "The row has no reference.",
  "reference:empty": "The reference is empty.",
  "reference:not_text": "The reference is neither a text nor a number.",
  "reference:unparsable": "The reference cannot be read.",
  "system:timeout": "The reward ran out of time.",
  "system:deadline": "The call ran out of time.",
  "system:crashed": "What ran the reward crashed.",
  "system:infra_error": "The sandbox failed.",
};

const FAULTS = { candidate: "The completion", reference: "The reference", system: "The system" } as const;

const plain = (name: string): string => name.replaceAll("_", " ");

/** In words, an outcome as it is counted: a status, or `<fault>:<reason>`. */
export function describeOutcome(outcome: string): string {
  const known = REASONS[outcome];
  if (known !== undefined) return known;
  const [fault = "", reason] = outcome.split(/:(.*)/s, 2);
  if (reason === undefined || !Object.hasOwn(FAULTS, fault)) return plain(outcome);
  return `${FAULTS[fault as keyof typeof FAULTS]} is at fault: ${plain(reason)}.`;
}

/** In a sentence, what a reward decided, and why. */
export function describeVerdict(verdict: Verdict | null, score: Score): string {
  if (verdict === null) return score === null ? "The reward has no opinion." : "A score without a verdict.";
  if (verdict.status === "undetermined") return describeOutcome(`${verdict.fault}:${verdict.reason}`);
  const how = Object.hasOwn(BY, verdict.by) ? BY[verdict.by] : undefined;
  if (verdict.status === "correct") return `Equal to the reference, ${how ?? `by ${plain(verdict.by)}`}.`;
  if (verdict.by === "unproven" || verdict.by === "not_simplified") return `Not accepted: ${how ?? ""}.`;
  return `Not equal to the reference, ${how ?? `by ${plain(verdict.by)}`}.`;
}
