import { type CatalogueCase, COMPLETIONS, plainCase } from "./case.js";

const thinkFormatCase: CatalogueCase = {
  ...plainCase,
  shownElsewhere: { preset: "the defaults are the preset's" },
  groups: [
    { columns: {}, completions: [...COMPLETIONS, "<think></think>42"] },
    { columns: {}, prompt: "6 × 7?<think>\n", completions: COMPLETIONS },
  ],
};

export default thinkFormatCase;
