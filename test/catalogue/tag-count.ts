import { type CatalogueCase, plainCase } from "./case.js";

const tagCountCase: CatalogueCase = {
  groups: [
    ...plainCase.groups,
    { columns: {}, prompt: "6 × 7?<think>\n", completions: ["r\n</think>\n<answer>\n42\n</answer>"] },
  ],
  shownElsewhere: { preset: "the defaults are the preset's" },
  others: { tags: ["\\boxed{", "</think>"] },
};

export default tagCountCase;
