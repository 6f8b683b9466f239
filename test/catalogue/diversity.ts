import type { CatalogueCase } from "./case.js";

const tested: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        "So it is six times seven: \\boxed{42}",
        "So it is forty and two: \\boxed{42}",
        "Six times seven, so it is \\boxed{41}",
        "no no no no no no",
      ],
    },
  ],
  others: { ngramSize: 1 },
};

export default tested;
