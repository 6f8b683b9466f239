import { type CatalogueCase, COMPLETIONS } from "./case.js";

const intAnswerCase: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        ...COMPLETIONS,
        "<answer>-42</answer>",
        "<answer>42",
        "<finish>42</finish>",
        "<think><answer>42</answer>",
      ],
    },
  ],
  others: { tag: "finish", thinking: "none", extract: "tagged" },
};

export default intAnswerCase;
