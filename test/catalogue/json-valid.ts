import type { CatalogueCase } from "./case.js";

const jsonValidCase: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: ['{"a":1}', '<answer>{"a":1}</answer>', '<json>{"a":1}</json>', "```json\n[1]\n```", "1"],
    },
  ],
  others: { tag: "json" },
};

export default jsonValidCase;
