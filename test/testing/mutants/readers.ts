import { broken, type Mutant, narrow, sound } from "./mutant.js";

const has =
  (...texts: readonly string[]) =>
  (answer: string) =>
    texts.some((text) => answer.includes(text));
const unlike =
  (pattern: RegExp) =>
  (answer: string): boolean =>
    pattern.test(answer);

/** Verifiers that accept too little, and those that break their contract. */
export const READERS: readonly Mutant[] = [
  narrow("strings that differ", (answer, gold) => answer !== gold),
  narrow("spaces", has(" ")),
  narrow("thin spaces", has("\\,")),
  narrow("\\dfrac", has("\\dfrac")),
  narrow("\\tfrac", has("\\tfrac")),
  narrow("slashes", unlike(/\d\/\d/)),
  narrow("short fractions", unlike(/\\frac\d/)),
  narrow("\\left and \\right", has("\\left")),
  narrow("\\times", has("\\times")),
  narrow("stars", has("*")),
  narrow("factors beside one another", unlike(/\d[xy]/)),
  narrow("thousands", unlike(/\d,\d{3}|\{,\}/)),
  narrow("a full stop", unlike(/\.$/)),
  narrow("dollars", has("$")),
  narrow("round math brackets", has("\\(")),
  narrow("display style", has("\\displaystyle")),
  narrow("decimals", unlike(/\d\.\d/)),
  narrow("decimals without a zero", unlike(/(?<!\d)\.\d/)),
  narrow("repeating decimals", has("\\overline")),
  narrow("negative numbers", unlike(/^-/)),
  narrow("two minus signs", has("-(-")),
  narrow("sums with zero", unlike(/\+0|0\+/)),
  narrow("factors of one", has("1\\cdot ")),
  narrow("denominators of one", has("{1}")),
  narrow("powers", has("^")),
  narrow("negative exponents", has("^{-")),
  narrow("roots with an index", has("\\sqrt[")),
  narrow("logarithms", has("\\ln", "\\log")),
  narrow("sines", has("\\sin")),
  narrow("bars", has("|")),
  narrow("factorials", has("!")),
  narrow("binomial coefficients", has("binom", "choose")),
  narrow("sums over an index", has("\\sum")),
  narrow("Unicode", unlike(/[−×π]/)),
  narrow("percent signs", has("%")),
  narrow("units", has("\\text{ ", "\\mathrm{")),
  narrow("letters in text", unlike(/\\text\{[A-E]\}/)),
  narrow("letters in brackets", unlike(/\([A-E]\)/)),
  narrow("words", unlike(/\\text\{[a-z]/)),
  narrow(
    "sets in another order",
    (answer, gold) => answer.startsWith("\\{") && answer.length === gold.length && answer !== gold,
  ),
  narrow("matrices in square brackets", has("bmatrix")),
  narrow("unions", has("\\cup")),
  narrow("relations from right to left", unlike(/x$/)),
  narrow("equations with sides swapped", unlike(/=y$/)),
  narrow("a name before the number", unlike(/^n=/)),
  narrow("references in dollars", (_, gold) => gold.startsWith("$")),
  narrow("references in boxes", (_, gold) => gold.startsWith("\\boxed")),
  narrow("the reference itself, in parts", (answer) => answer.startsWith("(")),
  broken("throws at a backslash at the end", () => (completion, gold) => {
    if (completion.endsWith("\\")) throw new Error("unexpected end");
    return sound(completion, gold);
  }),
  broken("throws at lone surrogates", () => (completion, gold) => {
    encodeURIComponent(completion);
    return sound(completion, gold);
  }),
  broken("throws at NUL", () => (completion, gold) => {
    if (completion.includes("\u0000")) throw new Error("NUL");
    return sound(completion, gold);
  }),
  broken("throws at deep nesting", () => (completion, gold) => {
    if (completion.includes("((((((((((")) throw new RangeError("Maximum call stack size exceeded");
    return sound(completion, gold);
  }),
  broken("throws at an empty reference", () => (completion, gold) => {
    if (gold === "") throw new Error("no reference");
    return sound(completion, gold);
  }),
  broken(
    "NaN for no answer",
    () => (completion, gold) => (completion.includes("\\boxed{") ? sound(completion, gold) : NaN),
  ),
  broken(
    "text for a score",
    () => ((completion: string, gold: string) => String(sound(completion, gold))) as never,
  ),
  broken(
    "undefined for wrong answers",
    () => ((completion: string, gold: string) => (sound(completion, gold) === true ? 1 : undefined)) as never,
  ),
  broken(
    "null for right answers with a fraction",
    () => (completion, gold) => (completion.includes("\\frac") ? null : sound(completion, gold)),
  ),
  broken("the first verdict for each reference", () => {
    const seen = new Map<string, boolean>();
    return (completion, gold) => {
      const verdict = seen.get(gold) ?? sound(completion, gold) === true;
      seen.set(gold, verdict);
      return verdict;
    };
  }),
  broken("every third call wrong", () => {
    let calls = 0;
    return (completion, gold) => (++calls % 3 === 0 ? false : sound(completion, gold));
  }),
  broken("a pattern that remembers where it was", () => {
    const box = /\\boxed/g;
    return (completion, gold) => box.test(completion) && sound(completion, gold) === true;
  }),
  broken("always right", () => () => 1),
  broken("always wrong", () => () => 0),
  broken("the opposite", () => (completion, gold) => sound(completion, gold) !== true),
  broken("the length of the text", () => (completion) => Math.min(1, completion.length / 10)),
  broken("arguments swapped", () => (completion, gold) => sound(gold, completion)),
  narrow("plus signs", (answer) => answer.startsWith("+")),
  narrow("eleven digits", (answer) => /\d{11}/.test(answer)),
  narrow("relations turned round", (answer, gold) => /^\d.*[<>]/.test(answer) && !/^\d/.test(gold)),
  narrow("lines within the answer", (answer) => answer.includes("\n")),
  narrow("a bold answer", (_, __, completion) => completion.includes("**\\boxed")),
  narrow("code", (_, __, completion) => completion.includes("```")),
  narrow("a space before the brace", (_, __, completion) => completion.includes("\\boxed {")),
  narrow("all but the last 300 characters", (_, gold, completion) => !sound(completion.slice(-300), gold)),
];
