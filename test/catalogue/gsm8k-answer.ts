import { type CatalogueCase, SOLUTIONS } from "./case.js";

const gsm8kAnswerCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "6 x 7 = 42\n#### 42" },
      completions: [
        "#### 42",
        "####42.0",
        "#### 41 no\n#### 42",
        `#### 42\n${"x".repeat(40)}`,
        "#### 41",
        "<think>#### 42",
      ],
    },
  ],
  others: { thinking: "none", formatScore: 0.25, window: 20, method: "strict" },
  columns: { solution: [...SOLUTIONS, "#### 1,000", "####"] },
};

export default gsm8kAnswerCase;
