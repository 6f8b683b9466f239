import { type CatalogueCase, SOLUTIONS } from "./case.js";

const multiplyCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "42" },
      completions: [
        "<answer>42</answer>",
        "<answer>41</answer>",
        "42",
        "<finish>42</finish>",
        "<think><answer>42</answer>",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", extract: "tagged", formatScore: 0.25 },
  columns: { solution: [...SOLUTIONS, "9".repeat(5000), "4_2", -7] },
};

export default multiplyCase;
