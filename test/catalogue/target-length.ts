import { type CatalogueCase, COMPLETIONS } from "./case.js";

const tested: CatalogueCase = {
  groups: [{ columns: {}, completions: COMPLETIONS }],
  others: { scale: 5000 },
  columns: { target_length: [0, 1, 600, "512", "x", "", -1, 1e21, null, true] },
};

export default tested;
