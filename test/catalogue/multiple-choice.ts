import type { CatalogueCase } from "./case.js";

const multipleChoiceCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: "B", choices: ["Nucleus", "Mitochondria"] },
      completions: ["The answer is B.", "<answer>Mitochondria</answer>", "<finish>B</finish>", "A or B"],
    },
    {
      columns: { solution: "C" },
      completions: [
        "The answer is C.",
        "<answer>D</answer> The answer is C.",
        "<finish>C</finish> but not D",
        "<think>C",
        "C and I",
      ],
    },
    { columns: { solution: 7 }, completions: ["H"] },
  ],
  others: { preset: "eval-protocol", tag: "finish", thinking: "none", extract: "text", optionCount: 4 },
  columns: {
    solution: ["B", "(c)", "Z", "Nucleus", 0, 1, -1, 1.5, null, ""],
    choices: [["Nucleus", "Mitochondria"], { A: "x", B: "y" }, ["x"], null, [1, 2]],
  },
};

export default multipleChoiceCase;
