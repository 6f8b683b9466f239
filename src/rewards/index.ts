import { accuracy } from "./accuracy.js";
import { answerFormat } from "./answer-format.js";
import { bboxGiou } from "./bbox-giou.js";
import { binaryCode } from "./binary-code.js";
import { boxedFormat } from "./boxed-format.js";
import { cfCode } from "./cf-code.js";
import { code } from "./code.js";
import { codeFormat } from "./code-format.js";
import { cosineScaled } from "./cosine-scaled.js";
import { countdown } from "./countdown.js";
import type { AnyRewardFactory } from "./define-reward.js";
import { diversity } from "./diversity.js";
import { exactMatch } from "./exact-match.js";
import { gsm8kAnswer } from "./gsm8k-answer.js";
import { intAnswer } from "./int-answer.js";
import { ioiCode } from "./ioi-code.js";
import { knightsAndKnaves } from "./knights-and-knaves.js";
import { languageConsistency } from "./language-consistency.js";
import { ifeval } from "./ifeval.js";
import { jsonMatch } from "./json-match.js";
import { jsonSchema } from "./json-schema.js";
import { jsonValid } from "./json-valid.js";
import { length } from "./length.js";
import { listMatch } from "./list-match.js";
import { maxLength } from "./max-length.js";
import { multipleChoice } from "./multiple-choice.js";
import { multiply } from "./multiply.js";
import { numericMatch } from "./numeric-match.js";
import { reasoningAccuracy } from "./reasoning-accuracy.js";
import { reasoningSteps } from "./reasoning-steps.js";
import { regexFormat } from "./regex-format.js";
import { repetitionPenalty } from "./repetition-penalty.js";
import { scoreAnswer } from "./score-answer.js";
import { softFormat } from "./soft-format.js";
import { llmJudge } from "./llm-judge.js";
import { remoteGroup } from "./remote-group.js";
import { remote } from "./remote.js";
import { softOverlongPunishment } from "./soft-overlong-punishment.js";
import { strictFormat } from "./strict-format.js";
import { substringMatch } from "./substring-match.js";
import { tagCount } from "./tag-count.js";
import { targetLength } from "./target-length.js";
import { thinkFormat } from "./think-format.js";
import { thinkingBudget } from "./thinking-budget.js";
import { tokenF1 } from "./token-f1.js";
import { truncationPenalty } from "./truncation-penalty.js";
import { xmlCount } from "./xml-count.js";
import { toolCallMatch } from "./tool-call-match.js";

/** The registry: every reward of the library, one line each. */
export const builtinRewards: readonly AnyRewardFactory[] = [
  accuracy,
  answerFormat,
  bboxGiou,
  binaryCode,
  boxedFormat,
  cfCode,
  code,
  codeFormat,
  cosineScaled,
  countdown,
  diversity,
  exactMatch,
  gsm8kAnswer,
  ifeval,
  intAnswer,
  ioiCode,
  jsonMatch,
  jsonSchema,
  jsonValid,
  knightsAndKnaves,
  languageConsistency,
  length,
  listMatch,
  llmJudge,
  maxLength,
  multipleChoice,
  multiply,
  numericMatch,
  reasoningAccuracy,
  reasoningSteps,
  regexFormat,
  remote,
  remoteGroup,
  repetitionPenalty,
  scoreAnswer,
  softFormat,
  softOverlongPunishment,
  strictFormat,
  substringMatch,
  tagCount,
  targetLength,
  thinkFormat,
  thinkingBudget,
  tokenF1,
  toolCallMatch,
  truncationPenalty,
  xmlCount,
];
