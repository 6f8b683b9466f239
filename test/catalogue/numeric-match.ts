import { type CatalogueCase, SOLUTIONS } from "./case.js";

const numericMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "0.5" },
      completions: [
        "<answer>0.5</answer>",
        "<answer>0.50000001</answer>",
        "<answer>0.4</answer>",
        "<answer>0.5001</answer>",
        "<finish>0.5</finish>",
        "<think><answer>0.5</answer>",
      ],
    },
    { columns: { solution: "1000000000" }, completions: ["<answer>1000000001</answer>"] },
  ],
  others: { tag: "finish", thinking: "none", extract: "text", absolute: 0.2, relative: 0.9 },
  columns: { solution: [...SOLUTIONS, "5 cm", "$5", "1/0", "1e400", ["1", "2"]] },
};

export default numericMatchCase;
