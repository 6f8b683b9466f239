import { type Cell, fixedCase, mustAccept, mustReject } from "../case.js";
import type { SuiteContext } from "../suite.js";

/** Answers that weak comparisons confuse: tried one by one, never drawn. */
const TRAPS: readonly (readonly [gold: string, candidate: string, title: string])[] = [
  ["x^{2}", "x^{3}", "points at which both are 1"],
  ["\\frac{x}{y}", "x", "a denominator that is ignored"],
  ["2^{x}", "2x", "points 1 and 2"],
  ["\\sqrt[3]{8}", "\\sqrt{8}", "the index of a root ignored"],
  ["\\log_{2}(8)", "\\log_{3}(8)", "the base of a logarithm ignored"],
  ["e", "2.718", "e rounded"],
  ["\\pi", "3.14", "pi rounded"],
  ["\\pi", "\\frac{22}{7}", "pi as a fraction"],
  ["2\\frac{1}{2}", "1", "a mixed number as a product"],
  ["12", "1,2", "a list as one number"],
  ["(1,2)", "[1,2]", "brackets ignored"],
  ["0", "\\varnothing", "nothing for zero"],
  ["0", "10^{-20}", "a tiny number for zero"],
  ["\\frac{1}{2^{54}}", "\\frac{1}{2^{55}}", "two tiny numbers"],
  ["\\infty", "10^{400}", "an overflow"],
  ["1000000000000", "1000000000001", "large numbers off by one"],
  ["9007199254740993", "9007199254740992", "beyond what doubles tell apart"],
  ["0.1", "0.10001", "a relative tolerance"],
  ["1/3", "0.33", "a fraction rounded"],
  ["2", "3=2", "what stands behind the equals sign"],
  ["x", "X", "capital letters"],
  ["12", "1 2", "spaces in a number"],
  ["2", "2i", "the imaginary unit ignored"],
  ["5", "5!", "a factorial ignored"],
  ["3", "-3", "a sign ignored"],
  ["3", "\\pm 3", "two signs"],
  ["\\frac{1}{2}", "\\frac{1}{2}x", "a variable ignored"],
  ["(1,2)", "(2,1)", "order ignored"],
  ["\\{1,2\\}", "\\{1,2,3\\}", "a superset"],
  ["\\{1,2,3\\}", "\\{1,2\\}", "a subset"],
  ["\\text{yes}", "\\text{yesterday}", "a prefix"],
  ["A", "\\text{A or B}", "two letters"],
  ["10", "1", "a prefix of the reference"],
  ["1", "10", "a prefix of the answer"],
  ["1.5", "15", "the point ignored"],
  ["2^{10}", "210", "the exponent read as digits"],
  ["\\frac{3}{4}", "34", "a fraction read as digits"],
  ["x^{2}+1", "x^{2}", "a term left out"],
  [
    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
    "\\begin{pmatrix} 1 & 3 \\\\ 2 & 4 \\end{pmatrix}",
    "the transpose",
  ],
  ["5\\text{ cm}", "5\\text{ m}", "units ignored"],
];

/** Equal answers that are simple, and that some verifiers reject for it. */
const SIMPLE: readonly (readonly [gold: string, candidate: string, title: string])[] = [
  ["x", "0+x", "a lone variable and zero"],
  ["x", "1\\cdot x", "a lone variable and one"],
  ["x", "-(-x)", "a lone variable, negated twice"],
  ["1, 2, 3, \\ldots", "1,2,3,\\dots", "dots that go on"],
  ["1, 2, 3, \\ldots", "1, 2, 3, …", "dots that go on, as one sign"],
];

/** L3: what weak comparisons take for different. */
export const simpleCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  SIMPLE.map(([gold, candidate, title]) => ({
    law: "L3",
    id: title.startsWith("dots") ? "S37" : `simple: ${title}`,
    title,
    kind: "trap",
    draw: () => fixedCase([item(state(candidate), gold)], mustAccept(policy.threshold)),
  }));

/** L5: what weak comparisons take for the same. */
export const trapCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  TRAPS.filter(([gold]) => policy.units === "match" || !gold.includes("cm")).map(
    ([gold, candidate, title]) => ({
      law: "L5",
      id: `trap: ${title}`,
      title,
      kind: "trap",
      draw: () => fixedCase([item(state(candidate), gold)], mustReject(policy.threshold)),
    }),
  );
