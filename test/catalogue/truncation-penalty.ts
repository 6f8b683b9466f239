import type { CatalogueCase } from "./case.js";

const tested: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        { text: "42", tokenCount: 3, truncated: false },
        { text: "4", tokenCount: 9, truncated: true },
      ],
    },
  ],
  shownElsewhere: {
    maxLength: "test/unit/rewards/truncation-penalty.test.ts: it counts only without the flag",
  },
};

export default tested;
