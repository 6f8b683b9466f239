import { type CatalogueCase, SOLUTIONS } from "./case.js";

const substringMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "Paris" },
      completions: [
        "<answer>the city of Paris</answer>",
        "<answer>PARIS</answer>",
        "<answer>Parisians</answer>",
        `<answer>Paris is the ${"x ".repeat(8)}</answer>`,
        "<answer>Paris or London</answer>",
        "<answer>London</answer>",
        "<finish>Paris</finish>",
        "<think><answer>Paris</answer>",
        "Paris",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", formatScore: 0.25, extract: "text" },
  columns: { solution: [...SOLUTIONS, ["42", "forty two"], ["", "the"]] },
};

export default substringMatchCase;
