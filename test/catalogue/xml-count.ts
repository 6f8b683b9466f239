import { type CatalogueCase, plainCase } from "./case.js";

const TEMPLATE = "<reasoning>\nr\n</reasoning>\n<answer>\n42\n</answer>";

const xmlCountCase: CatalogueCase = {
  ...plainCase,
  groups: [{ columns: {}, completions: [TEMPLATE, `${TEMPLATE}\n`, TEMPLATE + "x".repeat(600)] }],
  others: { preset: "will-brown", floor: null },
};

export default xmlCountCase;
