import { type CatalogueCase, plainCase } from "./case.js";

const tested: CatalogueCase = {
  ...plainCase,
  others: { preset: "ms-swift" },
};

export default tested;
