import { fooled, loose, type Mutant } from "./mutant.js";

const number = (text: string): number => Number(/-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? NaN);
const plain = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);
const without = (pattern: RegExp) => (text: string) => text.replace(pattern, "");
const near = (tolerance: (a: number, b: number) => boolean) => (a: string, b: string) =>
  plain(a) && plain(b) && tolerance(Number(a), Number(b));

/** Verifiers that accept too much. */
export const COMPARISONS: readonly Mutant[] = [
  loose("signs", without(/[-−]/g)),
  loose("a leading sign", without(/^-/)),
  loose("brackets round or square", (text) => text.replace(/[[(]/g, "(").replace(/[\])]/g, ")")),
  loose("all brackets", without(/[[\](){}|]/g)),
  loose("bars", without(/\\?\||\\left|\\right/g)),
  loose("factorials", without(/!/g)),
  loose("square roots", (text) => text.replace(/\\sqrt\{([^}]*)\}/g, "$1")),
  loose("the index of a root", without(/\[\d+\]/g)),
  loose("exponents", without(/\^(?:\{[^}]*\}|.)/g)),
  loose("exponents read as digits", without(/[\^{}]/g)),
  loose("bases of logarithms", without(/_\{[^}]*\}/g)),
  loose("units", without(/\\text\{[^}]*\}/g)),
  loose("the point", without(/\./g)),
  loose("what is behind the point", without(/\.\d+/g)),
  loose("the last digit of decimals", without(/(?<=\.\d*)\d$/)),
  loose("denominators", without(/(?<=\\frac\{[^}]*\})\{[^}]*\}/g)),
  loose("numerators", without(/(?<=\\frac)\{[^}]*\}/g)),
  loose("the order of signs", (text) => Array.from(text).sort().join("")),
  loose("the order of elements", (text) => text.replace(/[()]/g, "").split(",").sort().join()),
  loose("repeated characters", (text) => [...new Set(text)].join("")),
  loose("zeros at the end", without(/0+$/)),
  loose("all zeros", without(/0/g)),
  loose("upper and lower case", (text) => text.toLowerCase()),
  loose("relations", (text) => text.replace(/\\l[et]|\\g[et]|<|>/g, "<")),
  loose("strict and weak", (text) => text.replace(/\\le /g, "<").replace(/\\ge /g, ">")),
  loose("infinity's sign", without(/-(?=\\infty)/g)),
  loose("infinity", (text) => text.replace(/-?\\infty/g, "oo").replace(/\(oo,\S+/, "(oo")),
  loose("pi", without(/\\pi ?/g)),
  loose("variables", (text) => text.replace(/[xy]/g, "x")),
  loose("plus and minus", (text) => text.replace(/[+-]/g, "+")),
  loose("plus and times", (text) => text.replace(/\\cdot |\\times |\*|\+/g, "+")),
  loose("sine and cosine", (text) => text.replace(/\\(?:sin|cos)/g, "f")),
  loose("rows of matrices", (text) => text.replace(/\\\\|&/g, ",")),
  loose("unions after the first interval", (text) => text.split("\\cup")[0]?.trim() ?? ""),
  loose("elements after the first", (text) => text.split(",")[0] ?? ""),
  loose("elements before the last", (text) => text.split(",").at(-1) ?? ""),
  loose("what stands before =", (text) => text.split("=").at(-1)?.trim() ?? ""),
  loose("what stands behind =", (text) => text.split("=")[0]?.trim() ?? ""),
  loose("the imaginary unit", without(/i$/)),
  loose("letters other than the first", (text) => (/^[A-E]/.test(text) ? text.charAt(0) : text)),
  loose(
    "words other than the last",
    (text) =>
      text
        .replace(/\\text\{|\}/g, "")
        .split(" ")
        .at(-1) ?? "",
  ),
  loose("commas", without(/[,\s]/g)),
  fooled("a prefix of the reference", (answer, gold) => answer !== "" && gold.startsWith(answer)),
  fooled("a text that starts with the reference", (answer, gold) => gold !== "" && answer.startsWith(gold)),
  fooled("a text that ends with the reference", (answer, gold) => gold !== "" && answer.endsWith(gold)),
  fooled("a text with the reference in it", (answer, gold) => gold !== "" && answer.includes(gold)),
  fooled("a part of the reference", (answer, gold) => answer !== "" && gold.includes(answer)),
  fooled("the first number", (answer, gold) => number(answer) === number(gold)),
  fooled(
    "off by one",
    near((a, b) => Math.abs(a - b) <= 1),
  ),
  fooled(
    "a relative tolerance of 1 %",
    near((a, b) => Math.abs(a - b) <= 0.01 * Math.abs(b)),
  ),
  fooled(
    "large numbers off by one",
    near((a, b) => Math.abs(b) > 1e4 && Math.abs(a - b) <= 1),
  ),
  fooled(
    "a factor of a hundred",
    near((a, b) => a === 100 * b),
  ),
  fooled(
    "a factor of ten",
    near((a, b) => a === 10 * b),
  ),
  fooled(
    "the same length",
    (answer, gold) => answer !== gold && answer.length === gold.length && /^\d+$/.test(answer + gold),
  ),
  fooled(
    "doubles",
    near((a, b) => a === b),
  ),
  fooled(
    "the same parity",
    near((a, b) => Math.abs(a % 2) === Math.abs(b % 2)),
  ),
  fooled(
    "squares",
    near((a, b) => a === b * b || a === -b),
  ),
  fooled("the reciprocal", (answer, gold) => {
    const [, a, b] = /^\\frac\{(\d+)\}\{(\d+)\}$/.exec(gold) ?? [];
    return a !== undefined && answer === `\\frac{${b ?? ""}}{${a}}`;
  }),
  fooled("the conjugate", (answer, gold) => gold.endsWith("i") && answer.replace(/[-()]/g, "") === gold),
  fooled(
    "tiny numbers",
    (answer, gold) =>
      /^\\frac\{1\}\{2\^\{\d{2}\}\}$/.test(answer) && /^\\frac\{1\}\{2\^\{\d{2}\}\}$/.test(gold),
  ),
];
