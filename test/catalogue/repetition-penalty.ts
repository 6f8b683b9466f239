import type { CatalogueCase } from "./case.js";

const tested: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        { text: "a,a,a,a, a b c a b c d", tokenIds: [1, 2, 3, 4] },
        { text: "这个方法很好，这个方法很好。", tokenIds: [1, 1, 1, 1] },
        { text: "", tokenIds: [] },
      ],
    },
  ],
  others: { preset: "open-r1", ngramSize: 1 },
};

export default tested;
