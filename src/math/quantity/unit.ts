import { bitLength, divide, equals, multiply, ONE, rational, ZERO, type Rational } from "../rational.js";

/** The exponents of the base units; none is 0. */
type Dimension = ReadonlyMap<string, number>;

/** One meaning of a unit text: a value `v` of it is `v * scale + zero` in base units. */
export interface Unit {
  readonly scale: Rational;
  /** Where the scale starts; not 0 only for the temperature scales. */
  readonly zero: Rational;
  readonly dimension: Dimension;
}

const DIMENSIONLESS: Dimension = new Map<string, number>();

export const UNITY: Unit = { scale: ONE, zero: ZERO, dimension: DIMENSIONLESS };

/** The exact value of a decimal literal or a quotient of two, such as `0.3048` or `1852/3600`. */
export function exactRational(literal: string): Rational {
  const [numerator = "", denominator = "1"] = literal.split("/");
  const decimal = (text: string): Rational => {
    const [whole = "", fraction = ""] = text.split(".");
    return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  };
  return divide(decimal(numerator), decimal(denominator));
}

/** A base unit by itself. */
export function baseUnit(name: string): Unit {
  return { scale: ONE, zero: ZERO, dimension: new Map([[name, 1]]) };
}

export function scaled(unit: Unit, factor: Rational): Unit {
  return { scale: multiply(unit.scale, factor), zero: unit.zero, dimension: unit.dimension };
}

/** `a * b ^ exponent`. A product measures differences of temperature, so that where the scales start is lost. */
export function timesPower(a: Unit, b: Unit, exponent: number): Unit {
  const size = BigInt(Math.abs(exponent));
  const power = rational(b.scale.num ** size, b.scale.den ** size);
  const dimension = new Map(a.dimension);
  for (const [base, count] of b.dimension) {
    const sum = (dimension.get(base) ?? 0) + count * exponent;
    if (sum === 0) dimension.delete(base);
    else dimension.set(base, sum);
  }
  const scale = exponent < 0 ? divide(a.scale, power) : multiply(a.scale, power);
  return { scale, zero: ZERO, dimension };
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.size === b.size && Array.from(a).every(([base, count]) => b.get(base) === count);
}

/** A linear map: `value * factor + offset`. */
export interface Conversion {
  readonly factor: Rational;
  readonly offset: Rational;
}

/** Takes values of `a` to values of `b`, which has the same dimension. */
export function conversionBetween(a: Unit, b: Unit): Conversion {
  const offset = equals(a.zero, b.zero)
    ? ZERO
    : divide(rational(a.zero.num * b.zero.den - b.zero.num * a.zero.den, a.zero.den * b.zero.den), b.scale);
  return { factor: divide(a.scale, b.scale), offset };
}

/** How many bits it takes to write a conversion down: among the readings of two units, the simplest is meant. */
export function complexityOf({ factor, offset }: Conversion): number {
  const shift = offset.num === 0n ? 0 : bitLength(offset.num) + bitLength(offset.den);
  return bitLength(factor.num) + bitLength(factor.den) + shift;
}
