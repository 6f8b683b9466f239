import { verifyAnswer, type VerifyOptions } from "../../../../src/math/index.js";

/** What a pair of bare answers is judged, and by which tier: `"correct by canonical_form"`. */
export function judge(reference: string, answer: string, options?: VerifyOptions): string {
  const { verdict } = verifyAnswer({ reference, answer }, options);
  return verdict.status === "undetermined"
    ? `${verdict.fault}: ${verdict.reason}`
    : `${verdict.status} by ${verdict.by}`;
}
