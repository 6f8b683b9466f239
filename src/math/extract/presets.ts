import type { ExtractOptions } from "./types.js";

/** What a benchmark's configuration extracts, by the names that Math-Verify and LightEval give them. */
export type ExtractPreset = "latex" | "expr" | "string" | "default";

/**
 * Options that extract what the graders of benchmarks do: `latex` reads math only, `expr` numbers, `string` the letters
 * of options, and `default` math, else numbers. They are more lenient than a reward should be: the last math or the
 * last number of a text counts as its answer.
 */
export const EXTRACT_PRESETS: Readonly<Record<ExtractPreset, ExtractOptions>> = {
  latex: { methods: ["boxed", "final_sentence", "math_span"] },
  expr: { methods: ["boxed", "marked", "final_sentence", "whole", "bold"], lastNumber: true },
  string: { methods: ["choice", "boxed", "final_sentence", "whole"] },
  default: {
    methods: ["boxed", "answer_tag", "json", "marked", "final_sentence", "whole", "math_span", "bold"],
    lastNumber: true,
  },
};
