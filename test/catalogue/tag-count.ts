import { type CatalogueCase, plainCase } from "./case.js";

const tagCountCase: CatalogueCase = { ...plainCase, others: { tags: ["\\boxed{", "</think>"] } };

export default tagCountCase;
