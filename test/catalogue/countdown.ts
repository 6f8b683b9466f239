import type { CatalogueCase } from "./case.js";

const countdownCase: CatalogueCase = {
  groups: [
    {
      columns: { target: 24, numbers: [6, 4, 1] },
      completions: [
        "<answer>6*4*1</answer>",
        "<answer>6*4</answer>",
        "<answer>6 × 4 × 1</answer>",
        "<answer>6*4*1 = 24</answer>",
        "<answer>6+4+1</answer>",
        "6*4*1",
        "<finish>6*4*1</finish>",
        "<think><answer>6*4*1</answer>",
      ],
    },
    { columns: { target: 0.3, numbers: [1, 3] }, completions: ["<answer>1/3</answer>"] },
  ],
  others: { tag: "finish", thinking: "none", extract: "tagged", formatScore: 0.25, tolerance: 0.5 },
  columns: {
    target: [24, "24", 0.5, null, "x", 1e300, -3],
    numbers: [[6, 4, 1], ["6", "4", "1"], [], [1.5], [null], "6 4 1", null],
  },
};

export default countdownCase;
