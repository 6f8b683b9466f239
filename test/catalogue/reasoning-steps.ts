import { type CatalogueCase, plainCase } from "./case.js";

const reasoningStepsCase: CatalogueCase = {
  ...plainCase,
  groups: [
    {
      columns: {},
      completions: ["Step 1: add\nStep 2: halve", "1. a\n2. b", "x\n-5\n-6", "- a\n- longer step"],
    },
  ],
  others: { preset: "open-r1", minLength: 5, target: 4 },
};

export default reasoningStepsCase;
