import { accuracy } from "./accuracy.js";
import { answerFormat } from "./answer-format.js";
import { boxedFormat } from "./boxed-format.js";
import { codeFormat } from "./code-format.js";
import { cosineScaled } from "./cosine-scaled.js";
import type { AnyRewardFactory } from "./define-reward.js";
import { length } from "./length.js";
import { reasoningSteps } from "./reasoning-steps.js";
import { regexFormat } from "./regex-format.js";
import { softFormat } from "./soft-format.js";
import { softOverlongPunishment } from "./soft-overlong-punishment.js";
import { strictFormat } from "./strict-format.js";
import { tagCount } from "./tag-count.js";
import { thinkFormat } from "./think-format.js";
import { xmlCount } from "./xml-count.js";

/** The registry: every reward of the library, one line each. */
export const builtinRewards: readonly AnyRewardFactory[] = [
  accuracy,
  answerFormat,
  boxedFormat,
  codeFormat,
  cosineScaled,
  length,
  reasoningSteps,
  regexFormat,
  softFormat,
  softOverlongPunishment,
  strictFormat,
  tagCount,
  thinkFormat,
  xmlCount,
];
