import type { CatalogueCase } from "./case.js";

const tested: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        { text: `<think>${"x".repeat(10_000)}</think>42`, tokenIds: [1, 151_668, 2, 2] },
        { text: "<think>x</think>42", tokenIds: [1, 2, 3, 151_668, 2] },
        { text: `<think>${"x".repeat(20_000)}</think>42`, tokenIds: [...Array<number>(40).fill(1), 151_668] },
        { text: "<think>no end", tokenIds: [1, 2, 3] },
      ],
    },
  ],
  others: { preset: "qwen3", minLength: 2, margin: 8000, endOfThinking: 3 },
  shownElsewhere: {
    endOfThinking:
      "test/unit/rewards/thinking-budget.test.ts: it counts tokens up to the end of the thinking",
  },
};

export default tested;
