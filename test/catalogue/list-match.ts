import { type CatalogueCase, SOLUTIONS } from "./case.js";

const listMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: ["1", "2", "3"] },
      completions: [
        "<answer>1, 2, 3</answer>",
        "<answer>3, 2, 1</answer>",
        "<answer>1, 1, 2, 3</answer>",
        "<answer>1, 2</answer>",
        "<finish>1, 2, 3</finish>",
        "<think><answer>1, 2, 3</answer>",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", extract: "text" },
  columns: { solution: [...SOLUTIONS, [1, 2, 3], "{1, 2, 3}", "(1,2),(3,4)", [], [null], [""]] },
};

export default listMatchCase;
