import { type CatalogueCase, COMPLETIONS, plainCase } from "./case.js";

const answerFormatCase: CatalogueCase = {
  ...plainCase,
  groups: [
    { columns: {}, completions: COMPLETIONS },
    { columns: {}, prompt: "6 × 7?<think>\n", completions: COMPLETIONS },
    {
      columns: {},
      completions: [
        "<think>\n\n</think>\n<answer>\n\n</answer>",
        "<reasoning>\nr\n</reasoning>\n<answer>\n42\n</answer>",
        "<think>\nr\n</think>\n<result>\n42\n</result>",
      ],
    },
  ],
  others: { preset: "ms-swift", thinkTag: "reasoning", answerTag: "result" },
};

export default answerFormatCase;
