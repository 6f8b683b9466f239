import type { CatalogueCase } from "./case.js";
import { CODE_COLUMN_SAMPLES } from "./code.js";

const ioiCodeCase: CatalogueCase = {
  groups: [],
  columns: {
    ...CODE_COLUMN_SAMPLES,
    test_cases: [{ a: ["1", "1"] }, [["1", "1"]], {}, null],
    test_names: [["a"], ["b"], [], 42],
    score: [30, -1, null, "x"],
    score_precision: [2, 0.5, 99, null],
    grader_files: [[["graders/a.h", ""]], [7], {}, null],
  },
  isRemote: true,
};

export default ioiCodeCase;
