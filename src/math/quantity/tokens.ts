import { plainText } from "../words/index.js";

/** Longer texts are no units. */
const MAX_LENGTH = 80;

/** A part of a unit text. */
export type UnitToken =
  | { readonly kind: "word"; readonly text: string }
  /** `^2`, `²`, the `2` of `m2`, "squared". */
  | { readonly kind: "power"; readonly exponent: number }
  /** "square" and "cubic", which stand before what they raise. */
  | { readonly kind: "prefix_power"; readonly exponent: number }
  | { readonly kind: "over" | "open" | "close" | "fraction" | "one" | "times" };

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["cdot", "*"],
  ["times", "*"],
  ["ast", "*"],
  ["div", "/"],
  ["over", "/"],
  ["frac", " frac "],
  ["dfrac", " frac "],
  ["tfrac", " frac "],
  ["circ", "°"],
  ["degree", "°"],
  ["prime", "′"],
  ["mu", "μ"],
  ["Omega", "Ω"],
  ["ohm", "Ω"],
  ["AA", "Å"],
  ["ell", "ℓ"],
  ["pounds", "£"],
  ["euro", "€"],
  ["yen", "¥"],
  ["cent", "¢"],
]);

/** Words that are no units but build them. */
const BUILDERS: ReadonlyMap<string, UnitToken> = new Map<string, UnitToken>([
  ["per", { kind: "over" }],
  ["每", { kind: "over" }],
  ["square", { kind: "prefix_power", exponent: 2 }],
  ["sq", { kind: "prefix_power", exponent: 2 }],
  ["平方", { kind: "prefix_power", exponent: 2 }],
  ["cubic", { kind: "prefix_power", exponent: 3 }],
  ["cu", { kind: "prefix_power", exponent: 3 }],
  ["立方", { kind: "prefix_power", exponent: 3 }],
  ["squared", { kind: "power", exponent: 2 }],
  ["cubed", { kind: "power", exponent: 3 }],
  ["frac", { kind: "fraction" }],
  ["/", { kind: "over" }],
  ["(", { kind: "open" }],
  ["{", { kind: "open" }],
  [")", { kind: "close" }],
  ["}", { kind: "close" }],
  ...Array.from("-*·⋅∙×", (sign) => [sign, { kind: "times" }] as const),
  ["1", { kind: "one" }],
]);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Blank; word; exponent behind `^`; superscript; digit; sign. */
const TOKEN =
  /[\s.]+|(US\$|[°º][CFK](?![A-Za-z])|[$%€£¥₹₽₩¢‰°º′″℃℉]|[A-Za-zμΩÅℓ]+|[\u4e00-\u9fff]+)|\^\s?(?:\{\s?([-−]?\s?\d{1,2})\s?\}|([-−]?\d{1,2}))|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|([-−]?[2-6])(?!\d)|([-*·⋅∙×/(){}1])/y;
/** Longest first, so that 平方米 is square meters. */
const CHINESE_LENGTHS = [4, 3, 2, 1];

function superscript(text: string): number {
  const digits = text.replace("⁻", "");
  const size = Array.from(digits).reduce((sum, digit) => 10 * sum + SUPERSCRIPTS.indexOf(digit), 0);
  return digits === text ? size : -size;
}

/** Splits a run of Chinese into the longest words that `isWord` knows; the run itself if that leaves a rest. */
function splitChinese(run: string, isWord: (word: string) => boolean): readonly string[] {
  const words: string[] = [];
  for (let i = 0; i < run.length;) {
    const length = CHINESE_LENGTHS.find((size) => {
      const word = run.slice(i, i + size);
      return word.length === size && (BUILDERS.has(word) || isWord(word));
    });
    if (length === undefined) return [run];
    words.push(run.slice(i, i + length));
    i += length;
  }
  return words;
}

function wordToken(text: string): UnitToken {
  return BUILDERS.get(text) ?? BUILDERS.get(text.toLowerCase()) ?? { kind: "word", text };
}

/** What one match of {@link TOKEN} says; `null` for a digit that does not stand right behind a word, as in `cm2`. */
function tokensOf(
  match: RegExpExecArray,
  isWord: (word: string) => boolean,
  isBehindWord: boolean,
): readonly UnitToken[] | null {
  const [, word, braced, bare, raised, digit, sign] = match;
  const power = braced ?? bare;
  if (word !== undefined)
    return (/^[\u4e00-\u9fff]/.test(word) ? splitChinese(word, isWord) : [word]).map(wordToken);
  if (sign !== undefined) return [wordToken(sign)];
  if (raised !== undefined) return [{ kind: "power", exponent: superscript(raised) }];
  const exponent = power ?? digit;
  if (exponent === undefined) return [];
  if (power === undefined && !isBehindWord) return null;
  return [{ kind: "power", exponent: Number(exponent.replace("−", "-").replace(/\s/, "")) }];
}

/** One spelling for the signs that have several. */
function normalize(text: string): string | undefined {
  return plainText(text, COMMANDS)
    ?.replaceAll("\u00b5", "μ")
    .replaceAll("\u2126", "Ω")
    .replace(/per\s?cent(?![a-z])/gi, "percent")
    .replace(/\^\s?(?:\{\s?°\s?\}|°)/g, "°")
    .replace(/μ\s(?=[A-Z])/gi, "μ")
    .replace(/\{\s?\}/g, "");
}

/**
 * The parts of a unit text: of `kg m^2/s^2`, `miles per hour`, `\mathrm{~N} \cdot \mathrm{m}`, `平方厘米`.
 *
 * @param isWord - knows the Chinese words to look for
 * @returns `null` if the text is too long, or holds what no unit has
 */
export function unitTokens(text: string, isWord: (word: string) => boolean): UnitToken[] | null {
  const plain = text.length > MAX_LENGTH ? undefined : normalize(text);
  if (plain === undefined) return null;
  const tokens: UnitToken[] = [];
  for (let i = 0; i < plain.length;) {
    TOKEN.lastIndex = i;
    const match = TOKEN.exec(plain);
    const found = match && tokensOf(match, isWord, /[a-z]/i.test(plain.charAt(i - 1)));
    if (match === null || found === null) return null;
    tokens.push(...found);
    i += match[0].length;
  }
  return tokens;
}
