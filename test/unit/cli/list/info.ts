import type { RewardInfo } from "../../../../src/index.js";

/** A reward that has something to say in every field. */
export const INFO: RewardInfo = {
  name: "brevity",
  summary: "1 for a short completion with a <b> tag | else 0.",
  family: "length",
  kind: "group",
  range: [0, 1],
  presetRanges: { trl: [null, 2] },
  columns: ["solution"],
  optionalColumns: ["n_tokens", "prompt", "*"],
  readsWhen: { n_tokens: { option: "unit", values: ["tokens"] } },
  extra: ["words"],
  options: {
    type: "object",
    properties: {
      unit: {
        enum: ["words", "tokens"],
        enumDescriptions: ["runs of letters", "what the policy reads"],
        default: "words",
        description: "What is counted.",
      },
      silent: { type: "boolean" },
      limit: { type: "integer", minimum: 1, description: "The greatest length that is short." },
      stops: {
        type: "array",
        items: { type: ["string", "null"] },
        default: [],
        description: "Where it ends.",
      },
    },
    required: ["limit"],
    additionalProperties: false,
  },
  presets: { trl: { unit: "tokens" } },
  source: "TRL.",
};
