import {
  softFormat,
  strictFormat,
  xmlCount,
  exactMatch,
  type ExactMatchOptions,
  intAnswer,
} from "../../../src/index.js";
import { hashAnswer } from "../../../src/text/index.js";
import { type Columns, scoresOfVector } from "../calls.js";
import type { System } from "../vector.js";

const CORRECTNESS: ExactMatchOptions = { preset: "will-brown" };

const willBrown: System = {
  adapters: {
    "will_brown.soft_format": {
      run: (vector) => scoresOfVector(softFormat({ preset: "will-brown" }), vector, {}),
    },
    "will_brown.strict_format": {
      run: (vector) => scoresOfVector(strictFormat({ preset: "will-brown" }), vector, {}),
    },
    "will_brown.xmlcount": {
      run: (vector) => scoresOfVector(xmlCount({ preset: "will-brown" }), vector, {}),
    },
    "will_brown.correctness": {
      run: (vector) => {
        const [solution] = vector.inputs.answer as readonly unknown[];
        return scoresOfVector<Columns>(exactMatch(CORRECTNESS) as never, vector, { solution });
      },
    },
    "will_brown.int": { run: (vector) => scoresOfVector(intAnswer({ preset: "will-brown" }), vector, {}) },
    "will_brown.extract_hash_answer": { run: ({ inputs }) => hashAnswer(inputs.text as string) },
  },
  deviations: [
    {
      reason: "A row without a solution gives null; the original counts every completion as wrong.",
      returns: { "will_brown.correctness#028": [null] },
    },
    {
      reason: "A solution may be a number; the original compares it to text, which is never equal.",
      returns: { "will_brown.correctness#029": [2] },
    },
  ],
  definedHere: [
    {
      reason: "A completion may be plain text.",
      returns: {
        "will_brown.soft_format#080": [0],
        "will_brown.strict_format#080": [0],
        "will_brown.xmlcount#080": [0],
      },
    },
  ],
};

export default willBrown;
