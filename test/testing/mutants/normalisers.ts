import { fooled, loose, type Mutant } from "./mutant.js";

const without = (pattern: RegExp) => (text: string) => text.replace(pattern, "");
const words = (text: string): readonly string[] => text.match(/[a-z]+/gi) ?? [];
const sortedParts = (text: string, separator: RegExp): string => text.split(separator).sort().join();

/** Verifiers that rewrite answers as text before they compare them, by one rule too many. */
export const NORMALISERS: readonly Mutant[] = [
  loose("brackets of fractions", (text) =>
    text.replace(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2").replace(/\\frac/g, ""),
  ),
  loose("signs of products", without(/\\cdot ?|\\times ?|\*/g)),
  loose("inequality signs", (text) => text.replace(/\\neq? ?|=/g, "=")),
  loose("points of list items", without(/^\d+\.(?=\d)/)),
  loose("zeros before digits", (text) => text.replace(/(?<![1-9])0+\.?0*(?=[1-9])/g, "")),
  loose("raised digits", (text) => text.normalize("NFKC").replace(/\u2044/g, "")),
  loose("compatible characters", (text) => text.normalize("NFKC")),
  loose("indices", without(/_\{?\w\}?/g)),
  loose("primes", without(/'+/g)),
  loose("Greek letters", (text) => text.replace(/\\(?:alpha|beta|gamma|theta|phi)\b/g, "α")),
  loose("union and intersection", (text) => text.replace(/\\cup|\\cap/g, "u")),
  loose("inverse functions", (text) =>
    text.replace(/\\arc(?=sin|cos|tan)/g, "1/\\").replace(/^\\frac\{1\}\{(.*)\}$/, "1/$1"),
  ),
  loose("where the power of a function stands", (text) =>
    text.replace(/\^\{2\}/g, "").concat(text.includes("^{2}") ? "2" : ""),
  ),
  loose("hyperbolic functions", (text) => text.replace(/\\(sin|cos|tan)h/g, "\\$1")),
  loose("rounding brackets", (text) => text.replace(/\\[lr](?:floor|ceil)/g, "")),
  loose("max and min", (text) => text.replace(/\\m(?:ax|in)/g, "m")),
  loose("full turns", (text) =>
    text.replace(/\d+(?=\^\{?\\circ)/g, (degrees) => String(Number(degrees) % 360)),
  ),
  loose("powers of units", without(/(?<=\})\^\{?\d\}?$/)),
  loose("units up to a slash", (text) => text.replace(/(\\text\{ ?\w+)\/\w+/g, "$1")),
  loose("currencies", without(/\\?\$|\\text\{ ?(?:cents|dollars)\}/g)),
  loose("colons", without(/:/g)),
  loose("words before a number", (text) => text.replace(/^\\text\{[^}]*\} ?/, "")),
  loose("words behind a number", (text) => text.replace(/ ?\\text\{[^}]*\}$/, "")),
  loose("margins", (text) => (text.includes("\\pm") ? text.slice(0, text.indexOf("\\pm")).trim() : text)),
  loose("semicolons", (text) => text.split(";")[0] ?? text),
  loose("brackets between points", (text) => text.replace(/[()]/g, "")),
  loose("names before equals signs in lists", (text) => text.replace(/[xy]=/g, "")),
  loose("the order of equations in lists", (text) => sortedParts(text.replace(/=/g, ","), /, ?/)),
  fooled(
    "x for y",
    (answer, gold) =>
      /[xy]/.test(gold) && answer.replace(/[xy]/g, (name) => (name === "x" ? "y" : "x")) === gold,
  ),
  loose("prefixes of words", (text) => text.replace(/\b(?:un|in|de|non)(?=[a-z]{3})/g, "")),
  loose("endings of words", (text) => (words(text).length === 2 ? text.slice(0, 9) : text)),
  loose("the first letter of a word", (text) => text.replace(/^\\text\{([A-E])[a-z]+\}$/, "$1")),
  loose("letters behind commas", (text) => text.replace(/^([A-E])(?:, ?[A-E])+$/, "$1")),
  loose("thousands in lists", (text) => text.replace(/(?<=\d),\s?(?=\d)/g, "")),
  loose("arguments of logarithms", (text) =>
    sortedParts(text.replace(/\\log_\{(\d+)\}\((\d+)\)/, "log,$1,$2"), /,/),
  ),
  loose("factors of roots", (text) => text.replace(/^\d+(?=\\sqrt)/, "")),
  loose("whole parts of mixed numbers", (text) => text.replace(/^\d+(?=\\frac)/, "")),
  loose("mixed numbers as digits", (text) => text.replace(/^(\d+)\\frac\{(\d+)\}/, "\\frac{$1$2}")),
  loose("signs of imaginary parts", (text) => (text.endsWith("i") ? text.replace(/(?<=\d)[-+]/, "+") : text)),
  loose("exponents of unknowns", (text) => text.replace(/(?<=[xy])\^(?:\{\d\}|\d)/g, "")),
  loose("minus signs before brackets", (text) => text.replace(/-(?=\()/g, "")),
  loose("minus signs behind brackets", (text) => text.replace(/(?<=\()-/g, "")),
  loose("factorials twice", (text) => text.replace(/!+/g, "!")),
  loose("the last character", (text) => (text.length > 3 ? text.slice(0, -1) : text)),
  loose("the first character", (text) => (text.length > 3 ? text.slice(1) : text)),
  loose("the middle of long answers", (text) =>
    text.length > 12 ? text.slice(0, 4) + text.slice(-4) : text,
  ),
  loose("all but the first ten characters", (text) => (text.length > 10 ? text.slice(0, 10) : text)),
  loose("spaces between digits", (text) => text.replace(/(?<=\d) +(?=\d)/g, "")),
  loose("commands of text and the words in them, but for numbers", (text) =>
    text.replace(/\\text\{([^}]*)\}/g, (_, inner: string) => inner.replace(/\D/g, "")),
  ),
  loose("bars that grow", (text) => text.replace(/\\(?:left|right)\|/g, "")),
  loose("inverse functions", (text) => text.replace(/\\arc/g, "\\")),
  loose("lines over digits", (text) => text.replace(/\\overline\{(\d+)\}/g, "$1")),
  loose("what stands beyond ASCII", (text) => text.replace(/[^\x20-\x7e]/g, "")),
  loose("colons for points", (text) => text.replace(/:/g, ".")),
  loose("signs of exponents of ten", (text) => text.replace(/10\^\{-/g, "10^{")),
  loose("capital letters of units", (text) => (text.includes("\\text{ ") ? text.toLowerCase() : text)),
  loose("the order within dates", (text) => (/^\d+-\d+-\d+$/.test(text) ? sortedParts(text, /-/) : text)),
  loose("brackets of tuples and sets", (text) => sortedParts(text.replace(/[\\{}()]/g, ""), /,/)),
];
