import { accuracy } from "./accuracy.js";
import { answerFormat } from "./answer-format.js";
import { cosineScaled } from "./cosine-scaled.js";
import type { AnyRewardFactory } from "./define-reward.js";
import { length } from "./length.js";
import { softOverlongPunishment } from "./soft-overlong-punishment.js";
import { tagCount } from "./tag-count.js";
import { thinkFormat } from "./think-format.js";

/** The registry: every reward of the library, one line each. */
export const builtinRewards: readonly AnyRewardFactory[] = [
  accuracy,
  answerFormat,
  cosineScaled,
  length,
  softOverlongPunishment,
  tagCount,
  thinkFormat,
];
