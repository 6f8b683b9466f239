import { type CatalogueCase, plainCase } from "./case.js";

const regexFormatCase: CatalogueCase = {
  ...plainCase,
  required: { pattern: "a.*b$(?:\\nc)?|d" },
  groups: [{ columns: {}, completions: ["a b", "a\nb", "a b\nc", "A B", "d!"] }],
  others: { pattern: "A B" },
};

export default regexFormatCase;
