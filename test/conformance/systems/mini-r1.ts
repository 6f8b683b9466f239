import { answerFormat, countdown } from "../../../src/index.js";
import { completionsOf, scores, scoresOfVector } from "../calls.js";
import type { System } from "../vector.js";

const miniR1: System = {
  adapters: {
    "mini_r1.format": { run: (vector) => scoresOfVector(answerFormat({ preset: "mini-r1" }), vector, {}) },
    "mini_r1.equation": {
      run: (vector) => {
        const { target, nums } = vector.inputs as Record<"target" | "nums", readonly unknown[]>;
        const groups = completionsOf(vector).map((completion, row) => ({
          columns: { target: target[row], numbers: nums[row] },
          completions: [completion],
        }));
        return scores(countdown({ preset: "mini-r1" }), groups as never);
      },
    },
  },
  deviations: [
    {
      reason: "A repeated answer earns nothing; the original's lazy match runs over the repetition.",
      returns: { "mini_r1.format#010": [0], "mini_r1.format#011": [0] },
    },
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "mini_r1.format#012": [0], "mini_r1.format#013": [0] },
    },
    {
      reason: "A completion may be a conversation; the original swallows its own TypeError.",
      returns: { "mini_r1.format#085": [1] },
    },
    {
      reason: "Countdown knows + - * / only; the original's eval also takes powers and floor division.",
      returns: { "mini_r1.equation#016": [0], "mini_r1.equation#017": [0] },
    },
    {
      reason: "A sign behind an operator is refused; it is the start of every trick with unary signs.",
      returns: { "mini_r1.equation#022": [0] },
    },
    {
      reason: "A decimal is no number of the puzzle; the original counts 1.5 as the numbers 1 and 5.",
      returns: { "mini_r1.equation#025": [0] },
    },
    {
      reason: "Numbers may be numerals in a text; in the original they match nothing.",
      returns: { "mini_r1.equation#040": [1] },
    },
    {
      reason: "A target that is no number gives null; the original counts every completion as wrong.",
      returns: { "mini_r1.equation#044": [null], "mini_r1.equation#045": [null] },
    },
  ],
};

export default miniR1;
