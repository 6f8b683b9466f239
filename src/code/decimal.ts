/** Digits are ASCII, or any script's digits would be an answer. */
const DECIMAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;

/** Digits of an exponent that a double holds. */
const LONGEST_EXPONENT = 15;

/** Whether a word is a decimal number; NaN and infinities are none. */
export function isDecimal(token: string): boolean {
  return DECIMAL.test(token);
}

/**
 * A decimal number in one spelling, however many digits it has: comparing doubles would lose them. `null` for anything
 * else.
 */
export function decimalText(token: string): string | null {
  const match = DECIMAL.exec(token);
  if (match === null) return null;
  const [, sign, whole = "", fraction = match[4] ?? "", , exponent = "0"] = match;
  if (exponent.length > LONGEST_EXPONENT) return null;
  const digits = whole + fraction;
  let start = 0;
  while (digits.charAt(start) === "0") start++;
  let end = digits.length;
  while (end > start && digits.charAt(end - 1) === "0") end--;
  if (start === end) return "0";
  const power = Number(exponent) - fraction.length + digits.length - end;
  return `${sign === "-" ? "-" : ""}${digits.slice(start, end)}e${power}`;
}
