import { type CatalogueCase, plainCase } from "./case.js";

const tested: CatalogueCase = { ...plainCase, others: { preset: "kimi" } };

export default tested;
