import { fractionWords, parseChineseNumber } from "../words/index.js";

/** Longer texts are prose. */
const LONGEST = 200;

const REALS = /^(?:the set of )?(?:all )?(?:real numbers?|reals|real values?)(?: of)?(?: [a-z])?,? /i;
const VALUE = String.raw`([-\d.,/^ ()a-z=\\{}]{1,60})`;
const KINDS: readonly (readonly [words: RegExp, latex: (value: string) => string])[] = [
  [new RegExp(`^(?:except(?: for)?|other than|not equal to|excluding) ${VALUE}$`, "i"), withoutValues],
  [new RegExp(`^(?:strictly )?(?:greater|larger|more) than ${VALUE}$`, "i"), (value) => `(${value},\\infty)`],
  [new RegExp(`^(?:strictly )?(?:less|smaller) than ${VALUE}$`, "i"), (value) => `(-\\infty,${value})`],
  [
    new RegExp(`^(?:at least|(?:greater|larger|more) than or equal to|no less than) ${VALUE}$`, "i"),
    (value) => `[${value},\\infty)`,
  ],
  [
    new RegExp(`^(?:at most|(?:less|smaller) than or equal to|no more than) ${VALUE}$`, "i"),
    (value) => `(-\\infty,${value}]`,
  ],
];
const SIGNED_REALS =
  /^(?:the set of )?(?:all )?((?:non-?)?(?:positive|negative)) (?:real numbers?|reals|real values?)$/i;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["positive", "(0,\\infty)"],
  ["negative", "(-\\infty,0)"],
  ["nonnegative", "[0,\\infty)"],
  ["nonpositive", "(-\\infty,0]"],
]);
/** What says no more of a function than that it is one: its rule holds for all its arguments. */
const EVERYWHERE =
  /[\s,$]{0,4}(?:\\text\s?\{\s?)?\bfor (?:all|every|any)(?: real)?(?: numbers?)?\s?\}?\s?\$?\\?[a-z](?:\s?\\in\s?\\mathbb\s?\{?R\}?)?\$?\.?$/i;

function withoutValues(value: string): string {
  return `\\mathbb{R}\\setminus\\{${value.replace(/,? and /g, ",").replace(/\b[a-z]\s?=\s?/g, "")}\\}`;
}

const CHINESE_NUMBER =
  /^(负?[零〇一二两三四五六七八九十百千万亿点分之半]+)([^零〇一二两三四五六七八九十百千万亿点分之半]{0,4})$/;
/** They say that things are counted, and not which. */
const COUNTERS = /^(?:[个只本张条件种支块位棵辆枚粒名人次]|个人|种方法)?$/;

/** A number in Chinese characters, with what it counts. */
function chineseNumber(words: string): string | null {
  const [, digits = "", counted = ""] = CHINESE_NUMBER.exec(words.trim()) ?? [];
  const value = digits === "" || !COUNTERS.test(counted) ? null : parseChineseNumber(digits);
  if (value === null) return null;
  return value.den === 1n ? `${value.num}` : `\\frac{${value.num}}{${value.den}}`;
}

function fractionFormula(words: string): string | null {
  const fraction = fractionWords(words);
  return fraction && `\\frac{${fraction[0]}}{${fraction[1]}}`;
}

function withoutEverywhere(words: string): string | null {
  const everywhere = EVERYWHERE.exec(words);
  return everywhere && (words.slice(0, everywhere.index) || null);
}

function signedReals(words: string): string | null {
  const sign = SIGNED_REALS.exec(words)?.[1]?.toLowerCase().replace("-", "") ?? "";
  return SIGNS.get(sign) ?? null;
}

function boundedReals(words: string): string | null {
  const reals = REALS.exec(words);
  const rest = reals && words.slice(reals[0].length);
  if (rest === null) return null;
  for (const [pattern, latex] of KINDS) {
    const value = pattern.exec(rest)?.[1];
    if (value !== undefined && /\d|\\?pi|e$/.test(value) && !/\bor\b/.test(value)) return latex(value);
  }
  return null;
}

const READERS = [fractionFormula, chineseNumber, withoutEverywhere, signedReals, boundedReals];

/**
 * The formula for what words say: "all real numbers except 2", "three fourths", `f(x) = x \text{ for all } x`. `null`
 * if they say something else.
 */
export function formulaOf(words: string): string | null {
  if (words.length > LONGEST) return null;
  for (const read of READERS) {
    const formula = read(words);
    if (formula !== null) return formula;
  }
  return null;
}
