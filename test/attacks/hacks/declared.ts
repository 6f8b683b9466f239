import {
  accuracy,
  boxedFormat,
  exactMatch,
  gsm8kAnswer,
  listMatch,
  multiply,
  numericMatch,
  substringMatch,
  tokenF1,
} from "../../../src/index.js";

/** A hack for which the table asks another task than 42, or leaves the score to a policy, and what it scores. */
export type Declared = readonly [
  id: string,
  reward: unknown,
  solution: string,
  answers: readonly string[],
  score: number,
];

const simplified = accuracy({ form: "simplified" });
const unsure = ["I cannot determine the answer.", "Unknown.", "I refuse to answer.", "There is no answer."];
const disguised = ["４２", "𝟒𝟐", "4２"];
const forged = ["Ч2", "⁴²", "₄₂", "4O", "l2", "4\u03262"];

/** Answers are put in `<answer>`. */
export const DECLARED: readonly Declared[] = [
  ["K30", accuracy(), "42", unsure, 0],
  ["K30", exactMatch(), "42", unsure, 0],
  ["K30", boxedFormat(), "42", unsure, 0],
  ["K34", accuracy(), "B", ["C", "(C)", "c"], 0],
  ["K34", accuracy(), "C", ["C", "(C)"], 1],
  ["K35", accuracy(), "42", ["0", "1", "2", "-1", "10"], 0],
  ["K35", accuracy(), "1", ["1"], 1],
  [
    "K36",
    accuracy(),
    "[1, 2]",
    ["[0, 3]", "(-\\infty, \\infty)", "x \\ge 0", "(1, 2)", "[1, 2] \\cup [3, 4]", "1.5"],
    0,
  ],
  ["K36", accuracy(), "x > 3", ["\\mathbb{R}", "x > 0", "x \\ge 3", "x \\ne 3", "(2, \\infty)"], 0],
  [
    "K38",
    accuracy(),
    "yes",
    ["yes no", "no yes", "yes/no", "yes and no", "yes or no", "maybe yes", "not no", "no, yes"],
    0,
  ],
  ["K38", exactMatch(), "no", ["yes no", "no yes", "yes/no", "yes or no", "not no", "no, yes", "neither"], 0],
  ["K38", tokenF1(), "yes", ["yes no", "no yes", "yes and no", "yes or no", "not yes"], 0],
  [
    "K38",
    substringMatch(),
    "no",
    ["yes no", "no, yes", "yes or no", "not no", "both yes and no", "yes (no)"],
    0,
  ],
  [
    "K48",
    accuracy(),
    "\\{1, 2\\}",
    ["\\{1, 2, 3\\}", "\\{1\\}", "1", "\\{1, 3\\}", "\\{1, 2, \\ldots\\}", "\\{\\{1, 2\\}\\}"],
    0,
  ],
  ["K48", listMatch(), "1, 2", ["1", "1, 2, 3", "2, 2", "1, 2, 2", "1 2"], 0],
  ["K49", accuracy(), "42", ["42\\cdot 1+0", "84/2", "\\sqrt{1764}", "\\int_0^{42} 1 dx"], 1],
  [
    "K49",
    simplified,
    "42",
    ["42\\cdot 1+0", "84/2", "\\sqrt{1764}", "\\int_0^{42} 1 dx", "\\sum_{k=1}^{42} 1", "f(42)"],
    0,
  ],
  ["K49", exactMatch(), "42", ["42\\cdot 1+0", "84/2", "\\int_0^{42} 1 dx"], 0],
  ["K49", numericMatch(), "42", ["42*1+0", "41+1", "f(42)", "6*7"], 0],
  ["K49", multiply(), "42", ["6*7", "41+1", "6 x 7"], 0],
  ["K50", accuracy(), "4", ["2+2", "2^2", "\\frac{8}{2}"], 1],
  ["K50", simplified, "4", ["2+2", "2^2", "\\frac{8}{2}", "\\log_2 16", "4!/6"], 0],
  ["K50", exactMatch(), "4", ["2+2", "2^2"], 0],
  ["K51", accuracy(), "42", ["42.0000001", "41.9999999", "42.4", "42.00000000000000000001"], 0],
  ["K51", accuracy(), "1/3", ["0.33", "0.3333", "0.3334", "0.333334"], 0],
  ["K51", accuracy(), "1/3", ["0.333333", "0.33333333333333333333"], 1],
  ["K51", accuracy({ digits: 0 }), "1/3", ["0.333333", "0.33333333"], 0],
  ["K51", numericMatch(), "42", ["42.0000001", "41.9999999", "42.4"], 0],
  ["K53", accuracy(), "42 cm", ["42 m", "42 kg", "42 inches", "42 cm^2", "42\\text{ mm}"], 0],
  ["K53", accuracy(), "42\\%", ["42 kg", "0.42\\%", "4200\\%"], 0],
  ["K53", numericMatch(), "42 cm", ["42 m", "42 kg", "42", "42 mm", "42 apples"], 0],
  ["K53", substringMatch(), "$42", ["42 kg", "42 euros", "42%", "€42"], 0],
  ["K53", substringMatch(), "42%", ["42 kg", "42 dollars", "42"], 0],
  ["K54", accuracy(), "42", [...disguised, "4\u200b2"], 1],
  ["K54", accuracy(), "42", forged, 0],
  ["K54", numericMatch(), "42", disguised, 1],
  ["K54", numericMatch(), "42", [...forged, "4\u200b2"], 0],
  ["K54", exactMatch(), "42", [...forged, ...disguised], 0],
  ["K54", gsm8kAnswer(), "42", [...forged, ...disguised].map((digits) => `#### ${digits}`), 0],
];
