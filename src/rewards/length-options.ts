import { type Completion, type RewardResult, undetermined } from "../core/index.js";
import type { JsonSchema } from "../schema/index.js";
import { completionLength, hasContent, type LengthUnit } from "../text/index.js";
import type { OptionCondition } from "./define-reward.js";

/** The option `unit` of the rewards that measure lengths. */
export function unitOption(byDefault: LengthUnit): JsonSchema {
  return {
    enum: ["characters", "tokens"],
    default: byDefault,
    description: "What lengths count: Unicode code points, or tokens.",
  };
}

/** An option that is a length in the reward's unit. */
export function lengthOption(byDefault: number, description: string, minimum = 0): JsonSchema {
  return { type: "integer", minimum, default: byDefault, description };
}

/** Token counts are read only where lengths count tokens. */
export const READS_TOKEN_COUNT: Readonly<Record<string, OptionCondition>> = {
  n_tokens: { option: "unit", values: ["tokens"] },
};

/**
 * The length that a data-set row asks for, a number or its decimal text; `byDefault` where the row has none, and an
 * unscored result where it holds anything else.
 */
export function readLength(value: unknown, byDefault: number): number | RewardResult {
  if (value === undefined || value === null) return byDefault;
  const length =
    typeof value === "string" && /^\s*\d{1,15}(?:\.\d{0,15})?\s*$/.test(value) ? Number(value) : value;
  if (typeof length === "number" && length >= 0 && length < Infinity) return length;
  return { score: null, verdict: undetermined("reference", "not_a_length") };
}

/** The length of a completion; 0 for a text that shows nothing, however long it is. */
export function lengthShown(completion: Completion, unit: LengthUnit): number {
  const { text } = completion;
  return text !== "" && !hasContent(text, 0, text.length) ? 0 : completionLength(completion, unit);
}

/** 1 up to the limit, then falling in a straight line to 0 at the end of the margin. */
export function shareWithin(length: number, limit: number, margin: number): number {
  const excess = length - limit;
  if (excess <= 0) return 1;
  return excess >= margin ? 0 : 1 - excess / margin;
}
