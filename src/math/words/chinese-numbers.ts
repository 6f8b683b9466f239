import { rational, type Rational } from "../rational.js";

const DIGITS = "零一二三四五六七八九";
const LONGEST = 40;
const DIGIT = "[一二两三四五六七八九]";

/** A number below ten thousand. */
const SECTION = new RegExp(
  `^(?:(${DIGIT})千)?(?:零?(${DIGIT})百)?(?:零?(${DIGIT}?)(十))?(?:(零?)(${DIGIT}))?$`,
);
const BY_PLACES = /^[零〇一二三四五六七八九]{2,20}$/;
const WHOLE = /^(?:([^亿万]{1,12})亿)?(?:([^亿万]{1,12})万)?([^亿万]{0,12})$/;
const DECIMAL = /^([^点]{1,30})点([零〇一二三四五六七八九]{1,20})$/;
const FRACTION = /^([^分又]{1,30})分之([^分又]{1,30})$/;

function digitOf(character: string | undefined): number {
  if (character === "两") return 2;
  return Math.max(0, DIGITS.indexOf(character === "〇" ? "零" : (character ?? "零")));
}

const digitsOf = (text: string): string => Array.from(text, (character) => digitOf(character)).join("");

/** `一百五` is no 105: what follows a place that is skipped says so by a zero. */
function readSection(text: string): number | null {
  const [match, thousands, hundreds, tens, ten, zero, ones] = SECTION.exec(text) ?? [];
  if (match === undefined || match === "") return null;
  const isShortened = ones !== undefined && zero === "" && ten === undefined && match.length > 1;
  if (isShortened) return null;
  const tensDigit = tens === "" ? 1 : digitOf(tens);
  return (
    1000 * digitOf(thousands) +
    100 * digitOf(hundreds) +
    (ten === undefined ? 0 : 10 * tensDigit) +
    digitOf(ones)
  );
}

/** What stands behind `万` or `亿`, which begins with a zero where a place is skipped. */
function readRest(text: string, behind: boolean): number | null {
  if (text === "") return behind ? 0 : null;
  const value = readSection(text.startsWith("零") ? text.slice(1) : text);
  return value !== null && (!behind || value >= 1000 || text.startsWith("零")) ? value : null;
}

function readScaled(text: string): bigint | null {
  const [match, hundredMillions, tenThousands, rest = ""] = WHOLE.exec(text) ?? [];
  if (match === undefined) return null;
  const isLarge = hundredMillions !== undefined;
  const high = isLarge ? readSection(hundredMillions) : 0;
  const middle = tenThousands === undefined ? 0 : readRest(tenThousands, isLarge);
  const low = readRest(rest, isLarge || tenThousands !== undefined);
  if (high === null || middle === null || low === null) return null;
  return BigInt(high) * 100_000_000n + BigInt(middle) * 10_000n + BigInt(low);
}

function readWhole(text: string): bigint | null {
  if (text === "零" || text === "〇") return 0n;
  return BY_PLACES.test(text) ? BigInt(digitsOf(text)) : readScaled(text);
}

function readFraction(denominator: string, numerator: string): Rational | null {
  const den = readWhole(denominator === "百" ? "一百" : denominator);
  const num = readWhole(numerator);
  return num === null || den === null || den === 0n ? null : rational(num, den);
}

function readDecimal(whole: string, decimals: string): Rational | null {
  const value = readWhole(whole);
  const scale = 10n ** BigInt(decimals.length);
  return value === null ? null : rational(value * scale + BigInt(digitsOf(decimals) || "0"), scale);
}

function readUnsigned(text: string): Rational | null {
  if (text === "一半" || text === "半") return { num: 1n, den: 2n };
  const [fraction, denominator = "", numerator = ""] = FRACTION.exec(text) ?? [];
  if (fraction !== undefined) return readFraction(denominator, numerator);
  const [, whole = text, decimals = ""] = DECIMAL.exec(text) ?? [];
  return readDecimal(whole, decimals);
}

/**
 * The number that Chinese characters denote: `二十`, `一百零五`, `三分之二`, `零点五`, `负三`, `一半`.
 *
 * @returns `null` if the text is anything else, or shortened so that it could be two numbers
 */
export function parseChineseNumber(text: string): Rational | null {
  if (text.length > LONGEST) return null;
  const isNegative = text.startsWith("负");
  const value = readUnsigned(isNegative ? text.slice(1) : text);
  return value && isNegative ? { num: -value.num, den: value.den } : value;
}
