import { type CatalogueCase, COMPLETIONS, SOLUTIONS } from "./case.js";

/** Answers that a policy decides, with their solutions. */
const ANSWERS: readonly (readonly [solution: string, answer: string])[] = [
  ["10\\text{ cm}", "10"],
  ["5\\%", "5"],
  ["90^\\circ", "90"],
  ["664_7", "664"],
  ["2", "\\log 100"],
  ["\\ln x^2", "2\\ln x"],
  ["1,2", "2,1"],
  ["(1,2)", "1<x<2"],
  ["1/3", "0.333"],
  ["1/2", "2/4"],
  ["B", "(B) 42"],
];

const accuracyCase: CatalogueCase = {
  groups: [
    { columns: { solution: "42" }, completions: COMPLETIONS },
    ...ANSWERS.map(([solution, answer]) => ({
      columns: { solution },
      completions: [{ text: `\\boxed{${answer}}`, tokenCount: 5 }],
    })),
  ],
  others: { preset: "trl" },
  shownElsewhere: { engines: "test/package/engines.test.ts: the thread needs the built package" },
  columns: { solution: SOLUTIONS },
};

export default accuracyCase;
