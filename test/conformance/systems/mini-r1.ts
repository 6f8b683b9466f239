import { answerFormat } from "../../../src/index.js";
import { scoresOfVector } from "../calls.js";
import type { System } from "../vector.js";

const miniR1: System = {
  adapters: {
    "mini_r1.format": { run: (vector) => scoresOfVector(answerFormat({ preset: "mini-r1" }), vector, {}) },
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
  ],
  pending: ["mini_r1.equation"],
};

export default miniR1;
