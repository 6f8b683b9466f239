import { runInNewContext } from "node:vm";
import { boxed, broken, fooled, type Judge, loose, type Mutant, narrow, sound } from "./mutant.js";

const without = (pattern: RegExp) => (text: string) => text.replace(pattern, "");
const plain = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);
const near = (same: (a: number, b: number) => boolean) => (a: string, b: string) =>
  plain(a) && plain(b) && same(Number(a), Number(b));
const numbers = (text: string): readonly string[] => text.match(/-?\d+(?:\.\d+)?/g) ?? [];
const sorted = (text: string): string =>
  text
    .replace(/[^\d,.\-/\\a-z{}]/gi, "")
    .split(",")
    .sort()
    .join();

/** The value of plain arithmetic, as `eval` would have it. */
function evaluated(text: string): number {
  const source = text
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, "(($1)/($2))")
    .replace(/\\cdot|\\times/g, "*")
    .replace(/\^\{?(\d+)\}?/g, "**$1")
    .replace(/[{}]/g, "")
    .trim();
  if (!/^[\d\s.+\-*/()]+$/.test(source)) return NaN;
  try {
    return Number(runInNewContext(source, {}, { timeout: 100 }));
  } catch {
    return NaN;
  }
}

const interval = /^[[(](.*)[\])]$/;
/** As `parseInt` reads it. */
const whole = (text: string): number => Number.parseInt(text, 10);

/** Instead of the sound judgement, where the answer is such. */
const instead = (
  title: string,
  isSuch: (answer: string, gold: string) => boolean,
  judge: (answer: string, gold: string) => boolean,
): Mutant => ({
  title: `converts: ${title}`,
  create: (): Judge => (completion, gold) => {
    const answer = boxed(completion);
    return isSuch(answer, gold) ? judge(answer, gold) : sound(completion, gold);
  },
});

/** Verifiers that turn answers into something else before they compare them. */
export const CONVERSIONS: readonly Mutant[] = [
  loose("case of variables", (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  loose("all letters", without(/[a-z\\]/gi)),
  loose("all that is not a digit", without(/\D/g)),
  loose("the degree sign and pi over 180", without(/\^?\{?\\circ\}?|\\cdot\s*\\pi|180/g)),
  loose("text commands and what is in them", without(/\\text\{.*?\}/g)),
  loose("what stands behind a space", (text) => text.split(" ")[0] ?? ""),
  loose("braces", without(/[{}]/g)),
  loose("commands", without(/\\[a-z]+/gi)),
  loose("minus in exponents", (text) => text.replace(/\^\{-/g, "^{")),
  loose("brackets of intervals at the end", (text) => text.replace(/[\])]$/, "")),
  loose("brackets of intervals at the start", (text) => text.replace(/^[[(]/, "")),
  loose("percent signs", (text) => text.replace(/\\?%/g, "").replace(/^0\./, "")),
  loose("the word not", without(/\bnot\s+/g)),
  loose("the last letter of words", (text) => (/^\\text\{[a-z]+\}$/i.test(text) ? text.slice(0, 9) : text)),
  loose("exponents of e", (text) => text.replace(/e\^\{[^}]*\}/g, "e")),
  loose("arguments of functions", (text) => text.replace(/(\\(?:sin|cos|ln))\([^)]*\)/g, "$1")),
  loose("the lower number of binomials", (text) => text.replace(/\\binom\{(\d+)\}\{\d+\}/g, "C$1")),
  loose("bounds of sums", (text) => text.replace(/\^\{\d+\} /g, "")),
  loose("places of digits", (text) => (/^-?\d+$/.test(text) ? Array.from(text).sort().join("") : text)),
  loose("tuples as sets", (text) => (interval.test(text) ? sorted(text) : text)),
  loose("how often an entry stands", (text) =>
    text.startsWith("(") ? [...new Set(text.split(/[(),]+/))].join() : text,
  ),
  loose("signs of the real part", (text) => (text.endsWith("i") ? text.replace(/^-/, "") : text)),
  fooled(
    "whole parts",
    near((a, b) => Math.trunc(a) === Math.trunc(b)),
  ),
  fooled(
    "rounded to whole numbers",
    near((a, b) => Math.round(a) === Math.round(b)),
  ),
  fooled(
    "magnitudes",
    near((a, b) => Math.abs(a) === Math.abs(b)),
  ),
  fooled(
    "a tolerance of a hundredth",
    near((a, b) => Math.abs(a - b) < 0.01),
  ),
  fooled(
    "a tolerance of a thousandth",
    near((a, b) => Math.abs(a - b) < 1e-3),
  ),
  fooled(
    "single precision",
    near((a, b) => Math.fround(a) === Math.fround(b)),
  ),
  fooled(
    "32 bits",
    near((a, b) => (a | 0) === (b | 0) && Number.isInteger(a) && Number.isInteger(b)),
  ),
  fooled(
    "remainders of a hash",
    near((a, b) => Math.abs(a % 997) === Math.abs(b % 997)),
  ),
  fooled(
    "the last digit",
    near((a, b) => Math.abs(a) % 10 === Math.abs(b) % 10),
  ),
  fooled(
    "as many digits, and the same first one",
    near((a, b) => String(a).length === String(b).length && String(a).startsWith(String(b).slice(0, 1))),
  ),
  fooled(
    "greater is good enough",
    near((a, b) => a >= b),
  ),
  fooled(
    "less is good enough",
    near((a, b) => a <= b),
  ),
  fooled("what parseInt reads", (answer, gold) => whole(answer) === whole(gold)),
  fooled("what parseFloat reads", (answer, gold) => Number.parseFloat(answer) === Number.parseFloat(gold)),
  fooled(
    "the last number",
    (answer, gold) => numbers(gold).length > 0 && numbers(answer).at(-1) === numbers(gold).at(-1),
  ),
  fooled("the sum of the numbers", (answer, gold) => {
    const sum = (text: string): number => numbers(text).reduce((total, one) => total + Number(one), 0);
    return numbers(gold).length > 1 && sum(answer) === sum(gold);
  }),
  fooled(
    "as many numbers",
    (answer, gold) => numbers(gold).length > 2 && numbers(answer).length === numbers(gold).length,
  ),
  fooled(
    "one of the elements",
    (answer, gold) =>
      gold.startsWith("\\{") &&
      gold
        .slice(2, -2)
        .split(",")
        .includes(answer.replace(/^\\\{|\\\}$/g, "")),
  ),
  fooled("most of the elements", (answer, gold) => {
    const [a, b] = [answer, gold].map((text) => text.replace(/[\\{}() ]/g, "").split(","));
    const common = b?.filter((one) => a?.includes(one)).length ?? 0;
    return gold.includes(",") && common > (b?.length ?? 0) / 2;
  }),
  fooled("rounded arithmetic", (answer, gold) => Math.abs(evaluated(answer) - evaluated(gold)) < 1e-2),
  fooled(
    "both have no value",
    (answer, gold) =>
      Number.isNaN(evaluated(answer)) && Number.isNaN(evaluated(gold)) && answer.length === gold.length,
  ),
  fooled("an infinite answer", (answer) => /\\infty|NaN|undefined/.test(answer) && answer.length < 10),
  fooled(
    "a logarithm of any base",
    (answer, gold) => answer.replace(/log_\{?\d\}?/g, "ln") === gold.replace(/log_\{?\d\}?/g, "ln"),
  ),
  fooled(
    "degrees for radians",
    (answer, gold) => answer.replace(/\^\{\\circ\}/g, "") === gold.replace(/\^\{\\circ\}/g, ""),
  ),
  fooled("Unicode digits", (answer) => /[\u0660-\u0669]/.test(answer)),
  fooled(
    "a bracket of another kind",
    (answer, gold) =>
      answer.replace(/[[\](){}\\]/g, "") === gold.replace(/[[\](){}\\]/g, "") && gold.includes(","),
  ),
  fooled(
    "the interval as a tuple",
    (answer, gold) =>
      interval.exec(answer)?.[1] !== undefined && interval.exec(answer)?.[1] === interval.exec(gold)?.[1],
  ),
  fooled(
    "a complex number's conjugate, swapped",
    (answer, gold) =>
      gold.endsWith("i") && [...numbers(answer)].sort().join() === [...numbers(gold)].sort().join(),
  ),
  fooled("any equation", (answer, gold) => gold.includes("=") && answer.includes("=")),
  fooled(
    "an inequality of the same number",
    (answer, gold) => /[<>]|\\[lg]e/.test(gold) && numbers(answer).join() === numbers(gold).join(),
  ),
  fooled("any letter", (answer, gold) => /^[A-E]$/.test(gold) && /[A-E]/.test(answer)),
  fooled("the letter somewhere", (answer, gold) => /^[A-E]$/.test(gold) && answer.includes(gold)),
  fooled("any boolean", (answer, gold) => /yes|no/.test(gold) && /yes|no/.test(answer)),
  fooled(
    "a unit of the same dimension",
    (answer, gold) =>
      /\\text\{ (?:cm|m|km|mm)\}/.test(gold) && numbers(answer).join() === numbers(gold).join(),
  ),
  fooled("thinking that is not closed", (_, gold, completion) => {
    const open = /<think>(?![\s\S]*<\/think>)([\s\S]*)$/.exec(completion)?.[1] ?? "";
    return gold !== "" && boxed(open) === gold;
  }),
  fooled(
    "a box in the prompt's words",
    (answer, _, completion) => completion.includes("example") && answer === "2",
  ),
  fooled("words of doubt", (_, __, completion) => completion.startsWith("Wait. ")),
  fooled("filler of digits", (_, __, completion) => /^\d{100,}$/.test(completion)),
  fooled("padding", (_, __, completion) => completion.length > 2900),
  fooled("a rounded pi", (answer, gold) => gold.includes("\\pi") && answer.startsWith("3.14")),
  instead(
    "decimals to two places",
    (answer, gold) => plain(answer) && plain(gold),
    (a, b) => Number(a).toFixed(2) === Number(b).toFixed(2),
  ),
  instead(
    "whole numbers as doubles",
    (answer, gold) => /^\d{16,}$/.test(answer) && /^\d{16,}$/.test(gold),
    (a, b) => Number(a) === Number(b),
  ),
  instead(
    "fractions as doubles to six places",
    (answer, gold) => !Number.isNaN(evaluated(answer) + evaluated(gold)),
    (a, b) => evaluated(a).toFixed(6) === evaluated(b).toFixed(6),
  ),
  instead(
    "sets as lists",
    (answer, gold) => gold.startsWith("\\{") && answer.startsWith("\\{"),
    (a, b) => a === b,
  ),
  instead(
    "negative fractions by their text",
    (_, gold) => gold.startsWith("-\\frac"),
    (a, b) => a === b,
  ),
  instead(
    "powers from left to right",
    (_, gold) => /\^\{?-/.test(gold),
    () => false,
  ),
  narrow("scientific notation", (answer) => /10\^|\de\d/.test(answer)),
  narrow("mixed numbers", (answer) => /\d\\frac/.test(answer)),
  narrow("nested braces", (answer) => /\{[^{}]*\{[^{}]*\{/.test(answer)),
  narrow("degrees", (answer) => /\\circ|\\degree/.test(answer)),
  narrow("currency", (answer) => /\\\$|USD|dollars/.test(answer)),
  narrow("the empty set", (answer) => /emptyset|varnothing/.test(answer)),
  narrow("plus or minus", (answer) => answer.includes("\\pm")),
  narrow("signs below the line", (answer) => answer.includes("}{-")),
  narrow("dots", (answer) => /\\dots|…/.test(answer)),
  narrow("\\cfrac", (answer) => answer.includes("\\cfrac")),
  narrow("large brackets", (answer) => /\\[bB]igg?l?\(/.test(answer)),
  narrow("\\operatorname", (answer) => answer.includes("operatorname")),
  narrow("\\exp", (answer) => answer.includes("\\exp")),
  narrow("tabs and carriage returns", (answer) => /[\t\r]/.test(answer)),
  narrow("long answers", (answer) => answer.length > 60),
  narrow("completions of other scripts", (_, __, completion) => /[\u0400-\u04ff]/.test(completion)),
  narrow("completions with tables", (_, __, completion) => completion.includes("|---|")),
  broken("a score above one", () => (completion, gold) => (sound(completion, gold) === true ? 1.5 : 0)),
  broken(
    "minus one for wrong answers",
    () => (completion, gold) => (sound(completion, gold) === true ? 1 : -1),
  ),
  broken(
    "half a score for anything in a box",
    () => (completion, gold) =>
      sound(completion, gold) === true ? 1 : completion.includes("\\boxed{") ? 0.6 : 0,
  ),
  broken("infinite", () => (completion, gold) => (sound(completion, gold) === true ? Infinity : 0)),
  broken("alternates for wrong answers", () => {
    let wrong = 0;
    return (completion, gold) => sound(completion, gold) === true || wrong++ % 7 === 6;
  }),
  broken("throws at equal signs", () => (completion, gold) => {
    if (boxed(completion).split("=").length > 2) throw new Error("too many equal signs");
    return sound(completion, gold);
  }),
  broken("throws at division by zero", () => (completion, gold) => {
    if (/\\frac\{?0?\d?\}?\{?0\}?$|1\/0/.test(boxed(completion))) throw new RangeError("division by zero");
    return sound(completion, gold);
  }),
  broken("throws at long numbers", () => (completion, gold) => {
    if (/(?<!\d)\d{4301}/.test(completion))
      throw new Error("Exceeds the limit (4300 digits) for integer string conversion");
    return sound(completion, gold);
  }),
  broken("looks through the rest at each brace", () => (completion, gold) => {
    for (let at = completion.indexOf("{"); at >= 0; at = completion.indexOf("{", at + 1)) {
      if (completion.indexOf("}}}}", at) === 0) return false;
    }
    return sound(completion, gold);
  }),
];
