const ZERO = 0x30;
const NINE = 0x39;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const LAST_ASCII = 0x7f;

const SPACE = 0x20;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const POINT = 0x2e;
export const COMMA = 0x2c;

/** Whether a UTF-16 unit is an ASCII digit; `NaN`, as read past the end, is not. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

export function isLetter(unit: number): boolean {
  return (unit >= LOWER_A && unit <= LOWER_Z) || (unit >= UPPER_A && unit <= UPPER_Z);
}

export function isUpperCase(unit: number): boolean {
  return unit >= UPPER_A && unit <= UPPER_Z;
}

/** Space, tab and line ends, and the tie `~`. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || (unit >= 0x09 && unit <= 0x0d) || unit === 0x7e;
}

/** Letters of other scripts: what is beyond ASCII after folding. */
export function isForeign(unit: number): boolean {
  return unit > LAST_ASCII;
}
