import { accuracy } from "./accuracy.js";
import { answerFormat } from "./answer-format.js";
import { boxedFormat } from "./boxed-format.js";
import { codeFormat } from "./code-format.js";
import { bboxGiou } from "./bbox-giou.js";
import { cosineScaled } from "./cosine-scaled.js";
import { countdown } from "./countdown.js";
import type { AnyRewardFactory } from "./define-reward.js";
import { exactMatch } from "./exact-match.js";
import { gsm8kAnswer } from "./gsm8k-answer.js";
import { intAnswer } from "./int-answer.js";
import { knightsAndKnaves } from "./knights-and-knaves.js";
import { length } from "./length.js";
import { reasoningSteps } from "./reasoning-steps.js";
import { regexFormat } from "./regex-format.js";
import { softFormat } from "./soft-format.js";
import { softOverlongPunishment } from "./soft-overlong-punishment.js";
import { strictFormat } from "./strict-format.js";
import { tagCount } from "./tag-count.js";
import { thinkFormat } from "./think-format.js";
import { xmlCount } from "./xml-count.js";
import { listMatch } from "./list-match.js";
import { multipleChoice } from "./multiple-choice.js";
import { multiply } from "./multiply.js";
import { numericMatch } from "./numeric-match.js";
import { reasoningAccuracy } from "./reasoning-accuracy.js";
import { scoreAnswer } from "./score-answer.js";
import { softOverlongPunishment } from "./soft-overlong-punishment.js";
import { substringMatch } from "./substring-match.js";
import { tagCount } from "./tag-count.js";
import { thinkFormat } from "./think-format.js";
import { tokenF1 } from "./token-f1.js";

/** The registry: every reward of the library, one line each. */
export const builtinRewards: readonly AnyRewardFactory[] = [
  accuracy,
  answerFormat,
  boxedFormat,
  codeFormat,
  bboxGiou,
  cosineScaled,
  countdown,
  exactMatch,
  gsm8kAnswer,
  intAnswer,
  knightsAndKnaves,
  length,
  reasoningSteps,
  regexFormat,
  softFormat,
  softOverlongPunishment,
  strictFormat,
  tagCount,
  thinkFormat,
  xmlCount,
  listMatch,
  multipleChoice,
  multiply,
  numericMatch,
  reasoningAccuracy,
  scoreAnswer,
  softOverlongPunishment,
  substringMatch,
  tagCount,
  thinkFormat,
  tokenF1,
];
