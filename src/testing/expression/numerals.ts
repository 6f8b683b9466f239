/** A quotient of whole numbers in lowest terms, with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/** A quotient of whole numbers; `undefined` over zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | undefined {
  if (denominator === 0n) return undefined;
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The number that digits such as `1.50` or `0.1(6)` write. */
export function numeralFraction(digits: string): Fraction {
  const open = digits.indexOf("(");
  const plain = open < 0 ? digits : digits.slice(0, open);
  const period = open < 0 ? "" : digits.slice(open + 1, -1);
  const places = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const whole = BigInt(plain.replace(".", ""));
  const scale = 10n ** BigInt(places);
  if (period === "") return fraction(whole, scale) as Fraction;
  const nines = 10n ** BigInt(period.length) - 1n;
  return fraction(whole * nines + BigInt(period), scale * nines) as Fraction;
}
