import type { CatalogueCase } from "./case.js";
import { CODE_COLUMN_SAMPLES } from "./code.js";

const binaryCodeCase: CatalogueCase = { groups: [], columns: CODE_COLUMN_SAMPLES, isRemote: true };

export default binaryCodeCase;
