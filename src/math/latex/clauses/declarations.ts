import type { Token } from "../scanner/token.js";

/** A set of numbers, as the texts of its tokens. */
export type DeclaredSet = readonly string[];

export const INTEGERS: DeclaredSet = ["Z"];
export const POSITIVE: DeclaredSet = ["Z", "^", "+"];
export const NONNEGATIVE: DeclaredSet = ["Z", "_", "{", ">=", "0", "}"];
/** What is a constant, and no more is said of it, is real. */
const REALS: DeclaredSet = ["R"];

const SETS: ReadonlyMap<string, DeclaredSet> = new Map([
  ["integer", INTEGERS],
  ["positive integer", POSITIVE],
  ["nonnegative integer", NONNEGATIVE],
  ["natural number", ["N"]],
  ...["real", "real number", "constant", "real constant", "parameter", "real parameter"].map(
    (kind): [string, DeclaredSet] => [kind, REALS],
  ),
  ["整数", INTEGERS],
  ["正整数", POSITIVE],
  ["常数", REALS],
  ["实数", REALS],
  ["实常数", REALS],
]);

/** Longer texts are prose. */
const LONGEST = 80;

const KIND = String.raw`(?:(?:an?|any|all|every|each|some|the) )?(?:(?:arbitrary|free) )?((?:(?:positive|non-?negative|real|natural) )?(?:integer|number|constant|parameter|real))s?(?: of integration)?`;
const KIND_AHEAD = new RegExp(`^(?:(?:where|with|for) )?${KIND}$`, "i");
const KIND_BEHIND = new RegExp(`^(?:(?:is|are|being) )?${KIND}$`, "i");
const CHINESE_KIND = /^[为是]?(?:任意)?([实正]?[整常实]数)$/;
/** What leads to a clause, and says nothing itself. */
const CONNECTIVE = /^(?:where|with|for|for (?:all|any|every|each|some)|such that|其中)$/i;
const CLAUSE = /^\s*(?:[,;]|\(?(?:where|with|for|such that|any|all)\b)/i;
const VERB = /^(?:is|are|being|为|是)/i;
/** A text that has the letter in it: `\text{where n is an integer}`. */
const WITH_LETTER = /^(?:(.+) )?([a-z])(?: ((?:is|are|being) .+))?$/i;

function setNamed(kind: string | undefined): DeclaredSet | null {
  return SETS.get(kind?.toLowerCase().replace("-", "") ?? "") ?? null;
}

/** `\text{for any integer } k` */
export function setAhead(words: string): DeclaredSet | null {
  return setNamed((KIND_AHEAD.exec(words) ?? CHINESE_KIND.exec(words))?.[1]);
}

/** `k \text{ is any integer}` */
export function setBehind(words: string): DeclaredSet | null {
  return setNamed((KIND_BEHIND.exec(words) ?? CHINESE_KIND.exec(words))?.[1]);
}

/** Whether the words say "is", so that what stands before them is what they are about. */
export function hasVerb(words: string): boolean {
  return VERB.test(words);
}

export function isConnective(words: string): boolean {
  return CONNECTIVE.test(words);
}

/** Whether a text begins as a clause does that says something of a letter. */
export function startsClause(text: string): boolean {
  return CLAUSE.test(text);
}

function declares(words: string): boolean {
  return isConnective(words) || setAhead(words) !== null || setBehind(words) !== null;
}

type Part = readonly [kind: Token["kind"], text: string];

/** `where n is an integer`, around the letter. */
function aroundLetter(words: string): readonly Part[] | null {
  const [, before = "", letter = "", behind = ""] = WITH_LETTER.exec(words) ?? [];
  const set = behind === "" ? setAhead(before) : setBehind(behind);
  if (set === null || (before !== "" && !declares(before))) return null;
  return [
    ["text", before],
    ["letter", letter],
    ["text", behind],
  ];
}

/** `where`, and `(where` and `is an integer)` without the bracket. */
function besideBracket(words: string): readonly Part[] | null {
  const open = words.startsWith("(") ? "(" : "";
  const close = words.endsWith(")") ? ")" : "";
  const inner = words.slice(open.length, words.length - close.length).trim();
  if ((open !== "" && close !== "") || !declares(inner)) return null;
  return [
    ["symbol", open],
    ["text", inner],
    ["symbol", close],
  ];
}

/**
 * The words of a text apart from its one letter, or from a bracket that is open in it: `\text{where n is an integer}`,
 * `\text{(where } n \text{ is an integer)}`. The text as it is where it declares nothing.
 */
export function wordsApart(token: Token): readonly Token[] {
  if (token.text.length > LONGEST) return [token];
  const words = token.text.replace(/^[\s,;]+/, "");
  const parts = aroundLetter(words) ?? besideBracket(words);
  if (parts === null) return [token];
  return parts.flatMap(([kind, text]) => (text === "" ? [] : [{ ...token, kind, text }]));
}
