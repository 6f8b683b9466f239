import { softFormat, strictFormat, xmlCount } from "../../../src/index.js";
import { scoresOfVector } from "../calls.js";
import type { System } from "../vector.js";

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
  },
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
  pending: ["will_brown.correctness", "will_brown.extract_hash_answer", "will_brown.int"],
};

export default willBrown;
