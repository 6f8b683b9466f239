import type { CatalogueCase } from "./case.js";

const llmJudgeCase: CatalogueCase = {
  isRemote: true,
  required: { model: "judge", baseUrl: "http://127.0.0.1:9/v1" },
  groups: [],
};

export default llmJudgeCase;
