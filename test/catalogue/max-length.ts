import { type CatalogueCase, COMPLETIONS } from "./case.js";

const tested: CatalogueCase = {
  groups: [{ columns: {}, completions: COMPLETIONS }],
  others: { maxLength: 10_000, margin: 10_000 },
  columns: { max_length: [0, 1, 600, "512", "x", "", -1, 1e21, null, true] },
};

export default tested;
