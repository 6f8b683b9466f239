import { type CatalogueCase, plainCase } from "./case.js";

const softFormatCase: CatalogueCase = {
  ...plainCase,
  groups: [
    {
      columns: {},
      completions: [
        "<reasoning>\na\nb\n</reasoning>\n<answer>\n42\n</answer>",
        "<reasoning>\na\n</reasoning>\n<answer>\n42\n</answer>\n",
        "<reasoning>a</reasoning><answer>42</answer>",
      ],
    },
  ],
  others: { preset: "will-brown" },
};

export default softFormatCase;
