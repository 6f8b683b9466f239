import { type CatalogueCase, SOLUTIONS } from "./case.js";

const tokenF1Case: CatalogueCase = {
  groups: [
    {
      columns: { solution: "no" },
      completions: [
        "<answer>no way</answer>",
        "<answer>yes</answer>",
        "<finish>no</finish>",
        "<think><answer>no</answer>",
      ],
    },
    { columns: { solution: "Beatles" }, completions: ["<answer>The Beatles band</answer>", "Beatles"] },
  ],
  others: { tag: "finish", thinking: "none", formatScore: 0.25, extract: "tagged" },
  columns: { solution: [...SOLUTIONS, ["42", "forty two"], ["the"]] },
};

export default tokenF1Case;
