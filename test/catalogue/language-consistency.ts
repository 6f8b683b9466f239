import type { CatalogueCase } from "./case.js";

const ENGLISH = "First we add the two numbers, and then we divide the sum by three.";
const GERMAN = "Zuerst addieren wir die beiden Zahlen, und dann teilen wir die Summe durch drei.";

const tested: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        `<think>${ENGLISH}</think>${GERMAN}`,
        `<think>${ENGLISH}\n${GERMAN}</think>42`,
        `<think>${ENGLISH}\n首先把两个数相加，然后除以三。</think>42`,
        "<think>So we add the two of them to that.</think>42",
      ],
    },
  ],
  others: { preset: "eval-protocol", language: "de", minWords: 3 },
  columns: { language: ["en", "de-AT", "zh_CN", "Japanese", "klingon", "", null, 7] },
};

export default tested;
