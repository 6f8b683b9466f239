import type { CatalogueCase } from "./case.js";
import { CODE_COLUMN_SAMPLES } from "./code.js";

const cfCodeCase: CatalogueCase = {
  groups: [],
  columns: {
    ...CODE_COLUMN_SAMPLES,
    official_tests: [[{ input: "1", output: "1" }], [], null, "x"],
    time_limit: [2, "1.5", -1, null, "x"],
    interaction_format: ["", "Ask.", null, 42],
  },
  isRemote: true,
};

export default cfCodeCase;
