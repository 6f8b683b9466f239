import type { CatalogueCase } from "./case.js";

const bboxGiouCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "[0, 0, 1, 1]" },
      completions: [
        "<answer>[0, 0, 1, 1]</answer>",
        "<answer>[0, 0, 0.5, 1]</answer>",
        "[0, 0, 1, 1]",
        "<finish>[0, 0, 1, 1]</finish>",
        "<think><answer>[0, 0, 1, 1]</answer>",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", extract: "text", unreadableScore: 0 },
  columns: {
    solution: ["[0,0,1,1]", [0, 0, 1, 1], [0, 0, 1e308, -1e308], "[]", null, [0, 0, 1], ["0", 0, 1, 1]],
  },
};

export default bboxGiouCase;
