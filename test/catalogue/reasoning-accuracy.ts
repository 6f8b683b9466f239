import { COMPLETIONS, type CatalogueCase, SOLUTIONS } from "./case.js";

const reasoningAccuracyCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "42" },
      completions: [...COMPLETIONS, "r</think> \\boxed{42}", "r<end> \\boxed{42}"],
    },
  ],
  shownElsewhere: { preset: "the defaults are the preset's" },
  others: { delimiters: ["<end>"] },
  columns: { solution: SOLUTIONS },
};

export default reasoningAccuracyCase;
