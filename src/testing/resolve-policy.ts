import { checkOptions, FINITE, FLAG, listOf, type Needs, oneOf } from "../core/index.js";
import { ANSWER_PLACES } from "./completions/place.js";
import { DEFAULT_VERIFIER_POLICY, type VerifierPolicy } from "./policy.js";
import { RANGE } from "./verifier/range.js";

const NEEDS: Needs<VerifierPolicy> = {
  symmetric: FLAG,
  multiple: oneOf("last", "reject", "any"),
  unfinishedThink: oneOf("reject", "accept"),
  percent: oneOf("value", "literal", "any"),
  units: oneOf("match", "ignore"),
  lhs: oneOf("ignore", "match"),
  tolerance: FINITE,
  domain: oneOf("exact", "almost-everywhere"),
  variables: oneOf("real", "complex"),
  form: oneOf("any", "evaluated"),
  sets: oneOf("set", "multiset"),
  unicode: oneOf("lenient", "strict"),
  entities: oneOf("read", "any"),
  notation: oneOf("common", "any"),
  range: RANGE,
  threshold: FINITE,
  reference: oneOf("bare", "dollars", "boxed"),
  extraction: listOf(...ANSWER_PLACES),
};

/**
 * The default policy, changed by what is given.
 *
 * @throws {RewardError} `bad_options` for a key or a value that there is not
 */
export function resolvePolicy(given: Partial<VerifierPolicy> = {}): VerifierPolicy {
  checkOptions(given, NEEDS, "the policy");
  const kept = Object.entries<unknown>({ ...given }).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_VERIFIER_POLICY, ...Object.fromEntries(kept) };
}
