import { type CatalogueCase, plainCase } from "./case.js";

const boxedFormatCase: CatalogueCase = {
  ...plainCase,
  groups: [
    {
      columns: {},
      completions: ["<think>\\boxed{41}</think>\\boxed{42}", "\\boxed{42} it is", "\\boxed{42}", "\\boxed{}"],
    },
  ],
};

export default boxedFormatCase;
