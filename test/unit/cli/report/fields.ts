import type { ScoredFields } from "../../../../src/cli/scored/choose-scored-fields.js";

/** Where the rows of these tests have what. */
export const FIELDS: ScoredFields = {
  completion: "completion",
  prompt: "prompt",
  reference: "solution",
  referenceMark: null,
  group: null,
};
