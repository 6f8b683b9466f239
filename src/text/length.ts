import { type Completion, RewardError } from "../core/index.js";

/** What a length option counts: Unicode code points (Python's `len`), or tokens of the policy's tokenizer. */
export type LengthUnit = "characters" | "tokens";

/** The engine answers this at once for text in Latin script, which is stored in one byte a character. */
const HIGH_SURROGATE = /[\ud800-\udbff]/;

/** Number of Unicode code points, as Python's `len` counts them: a lone surrogate is one. */
export function codePointLength(text: string): number {
  const first = text.search(HIGH_SURROGATE);
  if (first < 0) return text.length;
  let pairs = 0;
  for (let i = first + 1; i < text.length; i++) {
    const isPair = (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    if (isPair) pairs++;
  }
  return text.length - pairs;
}

/**
 * The length of a completion in the given unit.
 *
 * @throws {RewardError} `missing_column` if tokens are asked for and the completion has neither `tokenCount` nor `tokenIds`.
 */
export function completionLength(completion: Completion, unit: LengthUnit): number {
  if (unit === "characters") return codePointLength(completion.text);
  const tokens = completion.tokenCount ?? completion.tokenIds?.length;
  if (tokens !== undefined) return tokens;
  throw new RewardError(
    "missing_column",
    'A length in tokens needs the completion\'s tokenCount or tokenIds (over the bridge the column "n_tokens", from completion_ids in Python).',
  );
}
