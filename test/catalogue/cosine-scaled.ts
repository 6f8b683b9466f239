import { type CatalogueCase, plainCase } from "./case.js";

const tested: CatalogueCase = { ...plainCase, others: { preset: "trl" } };

export default tested;
