import { type CatalogueCase, SOLUTIONS } from "./case.js";

const exactMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "Forty Two" },
      completions: [
        "<answer>forty two</answer>",
        "Forty Two",
        "<answer>forty-two</answer>",
        "<finish>Forty Two</finish>",
        "<think><answer>Forty Two</answer>",
        "<answer>forty two</answer>".repeat(7),
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", formatScore: 0.25, extract: "text" },
  columns: { solution: [...SOLUTIONS, ["42", "forty two"], [], [null]] },
};

export default exactMatchCase;
