import {
  checkOptions,
  FLAG,
  FUNCTION,
  LIST,
  listOf,
  type Needs,
  OBJECT,
  oneOf,
  POSITIVE,
  wholeNumber,
} from "../../core/index.js";
import { type CheckOptions, EFFORT_NEEDS } from "../verifier/check-options.js";
import { RANGE, type RewardRange } from "../verifier/range.js";
import {
  type CodeTraits,
  type CompositeTraits,
  type CountdownTraits,
  type FormatTraits,
  type LengthTraits,
  type RepetitionTraits,
  REWARD_KINDS,
  type RewardKind,
  type RewardTask,
} from "./traits.js";

/** What a reward means to do, and how thoroughly it is tested. */
export interface RewardCheckOptions extends Omit<CheckOptions, "policy" | "kinds"> {
  /** What it judges: more laws are asked of what is declared. @default "any" */
  readonly kind?: RewardKind;
  /** The least and the greatest score. @default what the reward declares */
  readonly range?: RewardRange;
  /** Whether a function of completions compares those of one call, as a group. @default false */
  readonly isGroup?: boolean;
  /** Whether a completion may be left without a score. @default false */
  readonly abstains?: boolean;
  /** Rows with right and wrong completions. @default a sum in the columns `solution`, `reference` or `verification_info` */
  readonly tasks?: readonly RewardTask[];
  /** Of the kind `format`. */
  readonly format?: FormatTraits;
  /** Of the kind `length`. */
  readonly length?: LengthTraits;
  /** Of the kind `repetition`. */
  readonly repetition?: RepetitionTraits;
  /** Of the kind `code`. */
  readonly code?: CodeTraits;
  /** Of the kind `composite`. */
  readonly composite?: CompositeTraits;
  /** Of the kind `countdown`. */
  readonly countdown?: CountdownTraits;
}

const NEEDS: Needs<RewardCheckOptions> = {
  ...EFFORT_NEEDS,
  kind: oneOf(...REWARD_KINDS),
  range: RANGE,
  isGroup: FLAG,
  abstains: FLAG,
  tasks: LIST,
  format: OBJECT,
  length: OBJECT,
  repetition: OBJECT,
  code: OBJECT,
  composite: OBJECT,
  countdown: OBJECT,
};

const FORMAT: Needs<FormatTraits> = {
  write: FUNCTION,
  tags: LIST,
  filled: listOf("thought", "answer"),
  around: oneOf("reject", "accept"),
  repeatable: LIST,
  order: oneOf("fixed", "free"),
  prefilled: FLAG,
};

const LENGTH: Needs<LengthTraits> = {
  unit: oneOf("characters", "utf16", "bytes", "words", "tokens"),
  trend: OBJECT,
  maxLength: POSITIVE,
  points: OBJECT,
};

const REPETITION: Needs<RepetitionTraits> = {
  unit: oneOf("words", "spaced", "tokens", "characters"),
  ngramSize: wholeNumber(1),
};

const CODE: Needs<CodeTraits> = {
  blocks: oneOf("first", "last", "any"),
  language: oneOf("python", "javascript"),
};

const COMPOSITE: Needs<CompositeTraits> = {
  parts: wholeNumber(0),
  weights: LIST,
  nulls: oneOf("skip", "propagate", "any"),
  gate: OBJECT,
};

const COUNTDOWN: Needs<CountdownTraits> = { write: FUNCTION, use: oneOf("all", "some") };

/** @throws {RewardError} `bad_options` for a name or a value that there is not */
export function checkRewardOptions(options: RewardCheckOptions): void {
  checkOptions(options, NEEDS);
  const { format = {}, length = {}, repetition = {}, code = {}, composite = {}, countdown = {} } = options;
  checkOptions(format, FORMAT, "format");
  checkOptions(length, LENGTH, "length");
  checkOptions(repetition, REPETITION, "repetition");
  checkOptions(code, CODE, "code");
  checkOptions(composite, COMPOSITE, "composite");
  checkOptions(countdown, COUNTDOWN, "countdown");
}
