import { bitLength } from "../rational.js";
import { singular } from "../words/index.js";
import { unitTokens, type UnitToken } from "./tokens.js";
import { readingsOf, type Readings } from "./unit-index.js";
import { baseUnit, timesPower, UNITY, type Unit } from "./unit.js";

/** An ambiguous unit in each place of a product would give too many readings. */
const MAX_READINGS = 8;
const MAX_EXPONENT = 12;
const MAX_BITS = 600;
const MAX_DESCRIBED = 120;

/** Gives the readings of a word that is no unit; none if only units are wanted. */
type UnknownWord = (word: string) => Readings;

interface Cursor {
  readonly tokens: readonly UnitToken[];
  index: number;
  readonly unknown: UnknownWord;
}

function raise(readings: Readings, exponent: number): Readings {
  return exponent === 1 ? readings : combine([UNITY], readings, exponent);
}

/** Nested powers grow without bound; no unit is further than this from its base units. */
function isModest({ scale }: Unit): boolean {
  return bitLength(scale.num) <= MAX_BITS && bitLength(scale.den) <= MAX_BITS;
}

/** Every reading of `left * right ^ exponent`. */
function combine(left: Readings, right: Readings, exponent: number): Readings {
  return left
    .flatMap((a) => right.map((b) => timesPower(a, b, exponent)))
    .filter(isModest)
    .slice(0, MAX_READINGS);
}

/** A word with the one behind it if they are a unit together ("light year"), else by itself. */
function parseWord(cursor: Cursor, word: string): Readings {
  const next = cursor.tokens[cursor.index];
  const hyphen = next?.kind === "times" ? 1 : 0;
  const second = cursor.tokens[cursor.index + hyphen];
  const pair = second?.kind === "word" ? readingsOf(`${word} ${second.text}`) : [];
  if (pair.length > 0) {
    cursor.index += hyphen + 1;
    return pair;
  }
  const readings = readingsOf(word);
  return readings.length > 0 ? readings : cursor.unknown(word);
}

function parseFraction(cursor: Cursor): Readings {
  const numerator = parseAtom(cursor);
  const denominator = parseAtom(cursor);
  return combine(numerator, denominator, -1);
}

/** A word, a group or a fraction; no readings if there is none of them. */
function parseAtom(cursor: Cursor): Readings {
  const token = cursor.tokens[cursor.index++];
  switch (token?.kind) {
    case "word":
      return parseWord(cursor, token.text);
    case "one":
      return [UNITY];
    case "fraction":
      return parseFraction(cursor);
    case "open": {
      const inner = parseProduct(cursor);
      return cursor.tokens[cursor.index++]?.kind === "close" ? inner : [];
    }
    default:
      return [];
  }
}

/** An atom with the powers before and behind it: `square meters`, `m^2`, `meters squared`. */
function parseFactor(cursor: Cursor): Readings {
  const before = cursor.tokens[cursor.index];
  let exponent = 1;
  if (before?.kind === "prefix_power") {
    exponent = before.exponent;
    cursor.index++;
    if (cursor.tokens[cursor.index]?.kind === "times") cursor.index++;
  }
  const atom = parseAtom(cursor);
  const behind = cursor.tokens[cursor.index];
  if (behind?.kind === "power") {
    exponent *= behind.exponent;
    cursor.index++;
  }
  return exponent === 0 || Math.abs(exponent) > MAX_EXPONENT ? [] : raise(atom, exponent);
}

/** Factors up to the end or a closing bracket. All that follows a slash or "per" divides: `J/kg K` is J/(kg K). */
function parseProduct(cursor: Cursor): Readings {
  let product: Readings | null = null;
  let sign = 1;
  for (;;) {
    const token = cursor.tokens[cursor.index];
    if (token === undefined || token.kind === "close") return product ?? [];
    if (token.kind === "over") {
      sign = -1;
      cursor.index++;
      product ??= [UNITY];
    } else if (token.kind === "times" && product !== null) cursor.index++;
    const factor = parseFactor(cursor);
    if (factor.length === 0) return [];
    product = product === null ? factor : combine(product, factor, sign);
  }
}

function parse(text: string, unknown: UnknownWord): Readings {
  const tokens = unitTokens(text, (word) => readingsOf(word).length > 0);
  if (tokens === null || tokens.length === 0 || tokens.every(({ kind }) => kind === "one")) return [];
  const cursor: Cursor = { tokens, index: 0, unknown };
  const readings = parseProduct(cursor);
  return cursor.index === tokens.length ? readings : [];
}

/** Words behind a unit that say of what it is, not how much. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(
  "old long tall wide high deep thick away apart each total altogether".split(" "),
);

/** A unit without the description behind it, as in "years old" or "gallons of milk"; `null` if there is none. */
function withoutDescription(text: string): string | null {
  if (text.length > MAX_DESCRIBED) return null;
  const words = text.trim().split(/\s+/);
  const of = words.indexOf("of", 1);
  if (of > 0)
    return /^(?:degrees?|square|cubic)$/i.test(words[of - 1] ?? "") ? null : words.slice(0, of).join(" ");
  return words.length > 1 && DESCRIPTIONS.has(words.at(-1) ?? "") ? words.slice(0, -1).join(" ") : null;
}

function parseAnew(text: string): Readings {
  const readings = parse(text, () => []);
  if (readings.length > 0) return readings;
  const unit = withoutDescription(text);
  return unit === null ? readings : parse(unit, () => []);
}

/** The scanner and several rules ask about the same unit: it is read once. */
const known = new Map<string, Readings>();
const MAX_KNOWN = 256;

/**
 * What a text may mean as a unit of measurement, the most usual reading first: "pounds" is a mass, a force or money.
 *
 * @returns no readings if the text is no unit
 */
export function parseUnit(text: string): Readings {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const readings = parseAnew(text);
  if (text.length > MAX_DESCRIBED) return readings;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, readings);
  return readings;
}

/** What a text may mean if any word in it that is no unit names a thing: "cars per hour", "square units". */
export function parseCounted(text: string): Readings {
  return parse(text, (word) => [baseUnit(`the ${singular(word.toLowerCase())}`)]);
}
