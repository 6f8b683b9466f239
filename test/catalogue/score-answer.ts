import { type CatalogueCase, SOLUTIONS } from "./case.js";

const scoreAnswerCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "42" },
      completions: [
        "<answer>42</answer>",
        "<answer>42.0</answer>",
        "<answer>It is 42</answer>",
        "<answer>420</answer>",
        "<finish>42</finish>",
        "<think><answer>42</answer>",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", extract: "text" },
  columns: { solution: [...SOLUTIONS, ["42", "forty two"]] },
};

export default scoreAnswerCase;
