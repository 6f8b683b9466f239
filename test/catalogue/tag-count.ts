import { type CatalogueCase, plainCase } from "./case.js";

const tagCountCase: CatalogueCase = {
  ...plainCase,
  shownElsewhere: { preset: "the defaults are the preset's" },
  others: { tags: ["\\boxed{", "</think>"] },
};

export default tagCountCase;
