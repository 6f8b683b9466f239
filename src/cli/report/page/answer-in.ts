import type { KeptSample } from "../report.js";

const ANSWER = ".extracted";

/** The first reward that logs the answer it found. */
export const answeringReward = ({ extra }: KeptSample): string | null =>
  Object.keys(extra)
    .find((name) => name.endsWith(ANSWER))
    ?.slice(0, -ANSWER.length) ?? null;

/** The answer that a reward has found in a completion; `null` if it has found none. */
export function answerIn(sample: KeptSample): string | null {
  const reward = answeringReward(sample);
  const answer = reward === null ? null : (sample.extra[reward + ANSWER] ?? null);
  return answer === null ? null : String(answer);
}
