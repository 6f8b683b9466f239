import type { CatalogueCase } from "./case.js";

const remoteCase: CatalogueCase = { isRemote: true, required: { url: "http://127.0.0.1:9" }, groups: [] };

export default remoteCase;
