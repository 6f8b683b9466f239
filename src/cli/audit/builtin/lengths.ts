import type { BuiltinAudits } from "./builtin-audit.js";

const FREE = { right: "free", wrong: "free" } as const;

/** Rewards for length and for repetition, in lengths that are quick to test. */
export const LENGTH_AUDITS: BuiltinAudits = {
  cosine_scaled: {
    kind: "length",
    check: {
      length: { trend: { wrong: "rising" }, points: { right: [[1000, 0.5]], wrong: [[1000, -0.5]] } },
    },
  },
  diversity: { kind: "any" },
  length: { kind: "length" },
  max_length: {
    kind: "length",
    options: { maxLength: 500, margin: 500 },
    check: { length: { unit: "tokens", points: { right: [[750, 0.5]] } } },
  },
  repetition_penalty: { kind: "repetition" },
  soft_overlong_punishment: {
    kind: "length",
    options: { maxLength: 1000, cache: 250 },
    check: { length: { unit: "tokens", points: { right: [[875, -0.5]] } } },
  },
  target_length: {
    kind: "length",
    options: { target: 400, scale: 400 },
    check: {
      length: {
        unit: "tokens",
        trend: FREE,
        points: {
          right: [
            [400, 1],
            [600, 0.5],
          ],
        },
      },
    },
  },
  thinking_budget: { kind: "any" },
  truncation_penalty: {
    kind: "length",
    options: { maxLength: 1000 },
    check: {
      length: {
        unit: "tokens",
        points: {
          right: [
            [999, 0],
            [1000, -1],
          ],
        },
      },
    },
  },
};
