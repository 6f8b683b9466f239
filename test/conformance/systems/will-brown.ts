import type { System } from "../vector.js";

const willBrown: System = {
  adapters: {},
  pending: [
    "will_brown.correctness",
    "will_brown.extract_hash_answer",
    "will_brown.int",
    "will_brown.soft_format",
    "will_brown.strict_format",
    "will_brown.xmlcount",
  ],
};

export default willBrown;
