/** A number as it stands in the text where a double cannot hold it: `sign`, digits and exponent without idle zeros. */
interface ExactNumber {
  readonly exact: string;
}

/** A JSON value whose numbers are exact, and whose objects have no prototype to confuse keys with. */
export type Json = null | boolean | string | number | ExactNumber | readonly Json[] | JsonObject;

/** The members of an object, the last of those with one key. */
export type JsonObject = ReadonlyMap<string, Json>;

/** Deeper values are nobody's answer, and would overflow the stack of who walks them. */
const MAX_DEPTH = 100;

/** Every double with so many digits is another number; see {@link readNumber}. */
const SAFE_DIGITS = 15;
const LEAST_SAFE = 1e-290;
const GREATEST_SAFE = 1e290;
const LONGEST_EXPONENT = 9;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:e([+-]?\d+))?/iy;
const WORD = /true|false|null/y;
const WORDS: ReadonlyMap<string, Json> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Where reading a text has come to. */
interface Cursor {
  readonly text: string;
  at: number;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match !== null) cursor.at = pattern.lastIndex;
  return match;
}

/** Whether the next sign is this one, which is then read with the white space behind it. */
function takeSign(cursor: Cursor, sign: string): boolean {
  if (cursor.text.charAt(cursor.at) !== sign) return false;
  cursor.at++;
  take(cursor, SPACE);
  return true;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

/** The number of a literal: a double if no literal of another value is the same double. */
function readNumber([literal, sign = "", whole = "", decimals = "", power = "0"]: RegExpExecArray):
  Json | undefined {
  const digits = (whole + decimals).replace(/^0+/, "");
  const significant = withoutTrailingZeros(digits);
  if (significant === "") return 0;
  const value = Number(literal);
  const size = Math.abs(value);
  if (significant.length <= SAFE_DIGITS && size > LEAST_SAFE && size < GREATEST_SAFE) return value;
  if (power.length > LONGEST_EXPONENT) return undefined;
  const exponent = Number(power) - decimals.length + digits.length - significant.length;
  return { exact: `${sign}${significant}e${exponent}` };
}

/** Index of the quotation mark that ends the string; -1 if none does. */
function stringEnd(text: string, start: number): number {
  for (let i = text.indexOf('"', start); i >= 0; i = text.indexOf('"', i + 1)) {
    let slashes = 0;
    while (text.charCodeAt(i - slashes - 1) === 0x5c) slashes++;
    if (slashes % 2 === 0) return i;
  }
  return -1;
}

function readString(cursor: Cursor): string | undefined {
  const end = cursor.text.charAt(cursor.at) === '"' ? stringEnd(cursor.text, cursor.at + 1) : -1;
  if (end < 0) return undefined;
  const literal = cursor.text.slice(cursor.at, end + 1);
  cursor.at = end + 1;
  try {
    return JSON.parse(literal) as string;
  } catch {
    // An escape that does not exist, or a line break.
    return undefined;
  }
}

function readArray(cursor: Cursor, depth: number): Json | undefined {
  const items: Json[] = [];
  if (takeSign(cursor, "]")) return items;
  do {
    const item = readValue(cursor, depth);
    if (item === undefined) return undefined;
    items.push(item);
  } while (takeSign(cursor, ","));
  return takeSign(cursor, "]") ? items : undefined;
}

function readObject(cursor: Cursor, depth: number): Json | undefined {
  const members = new Map<string, Json>();
  if (takeSign(cursor, "}")) return members;
  do {
    const key = readString(cursor);
    take(cursor, SPACE);
    if (key === undefined || !takeSign(cursor, ":")) return undefined;
    const value = readValue(cursor, depth);
    if (value === undefined) return undefined;
    members.set(key, value);
  } while (takeSign(cursor, ","));
  return takeSign(cursor, "}") ? members : undefined;
}

function readScalar(cursor: Cursor): Json | undefined {
  if (cursor.text.charAt(cursor.at) === '"') return readString(cursor);
  const number = take(cursor, NUMBER);
  if (number !== null) return readNumber(number);
  const word = take(cursor, WORD);
  return word === null ? undefined : WORDS.get(word[0]);
}

/** Reads a value and the white space behind it; `undefined` if there is none. */
function readValue(cursor: Cursor, depth: number): Json | undefined {
  if (depth < MAX_DEPTH && takeSign(cursor, "{")) return readObject(cursor, depth + 1);
  if (depth < MAX_DEPTH && takeSign(cursor, "[")) return readArray(cursor, depth + 1);
  const value = readScalar(cursor);
  take(cursor, SPACE);
  return value;
}

/**
 * The value of a JSON text (RFC 8259), or `undefined` if it is none, is nested more than 100 deep, or has a number with
 * an exponent of more than 9 digits. `NaN` and `Infinity` are no JSON. Of several members with one key the last counts.
 */
export function parseJson(text: string): Json | undefined {
  const cursor: Cursor = { text, at: 0 };
  take(cursor, SPACE);
  const value = readValue(cursor, 0);
  return cursor.at === text.length ? value : undefined;
}

/**
 * A column's value as JSON: a text is read, any other value is taken as it is. `undefined` if it has no JSON form.
 */
export function toJson(value: unknown): Json | undefined {
  if (typeof value === "string") return parseJson(value);
  try {
    // Undefined, functions and symbols have no text, whatever the types say.
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? undefined : parseJson(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Whether a value is a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
