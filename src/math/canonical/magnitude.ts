import { bitLength, toNumber } from "../rational.js";
import type { Context, Factor, Generator, Polynomial } from "./form.js";
import { isRealPolynomial } from "./conjugation.js";

/** A complex number in doubles that is within `error` of the exact one. */
export interface Enclosure {
  readonly re: number;
  readonly im: number;
  readonly error: number;
}

const RELATIVE_ERROR = 1e-13;
const LARGEST_POWER = 200;

function magnitudeOf({ re, im }: Enclosure): number {
  return Math.hypot(re, im);
}

function polar(modulus: number, angle: number, relative: number): Enclosure {
  return { re: modulus * Math.cos(angle), im: modulus * Math.sin(angle), error: modulus * relative };
}

function product(a: Enclosure, b: Enclosure): Enclosure {
  const error =
    magnitudeOf(a) * b.error +
    magnitudeOf(b) * a.error +
    a.error * b.error +
    1e-15 * magnitudeOf(a) * magnitudeOf(b);
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re, error };
}

/** The principal power of a number that is not near 0. */
function power(base: Enclosure, exponent: number): Enclosure | null {
  const modulus = magnitudeOf(base);
  const relative = base.error / modulus;
  if (!(relative < 1e-3) || Math.abs(exponent) > LARGEST_POWER) return null;
  // On the cut of the power the side is not known.
  if (base.re < 0 && base.im !== 0 && Math.abs(base.im) <= base.error) return null;
  const angle = base.im === 0 && base.re < 0 ? Math.PI : Math.atan2(base.im, base.re);
  return polar(
    modulus ** exponent,
    angle * exponent,
    (Math.abs(exponent) + 1) * (2 * relative + RELATIVE_ERROR),
  );
}

function exponential({ re, im, error }: Enclosure): Enclosure | null {
  if (!(Math.abs(re) < LARGEST_POWER && Math.abs(im) < 1e6 && error < 1e-3)) return null;
  return polar(Math.exp(re), im, 2 * error + RELATIVE_ERROR);
}

function real(value: number): Enclosure {
  return { re: value, im: 0, error: Math.abs(value) * RELATIVE_ERROR };
}

function scaled({ re, im, error }: Enclosure, factor: number): Enclosure {
  return { re: re * factor, im: im * factor, error: error * Math.abs(factor) };
}

/** `base ** (monomial * exponent)`. */
function generalPower(base: "e" | bigint, value: Enclosure, exponent: number): Enclosure | null {
  const logarithm = base === "e" ? 1 : Math.log(Number(base));
  return exponential(scaled(value, exponent * logarithm));
}

function generatorValue(generator: Generator, exponent: number): Enclosure | null {
  switch (generator.kind) {
    case "prime":
      return power(real(Number(generator.value)), exponent);
    case "pi":
      return power(real(Math.PI), exponent);
    case "imaginary":
      return { re: 0, im: 1, error: 0 };
    case "unity":
      return polar(1, Math.PI * exponent, RELATIVE_ERROR);
    case "power": {
      if (typeof generator.base === "object") return null;
      const value = productOf(generator.exponent.factors);
      return value && generalPower(generator.base, value, exponent);
    }
    case "logarithm":
      return typeof generator.argument === "bigint"
        ? power(real(Math.log(Number(generator.argument))), exponent)
        : null;
    case "radical": {
      const value = enclose(generator.radicand);
      return value && power(value, exponent);
    }
    case "symbol":
    case "parity":
    case "absolute":
    case "opaque":
      return null;
  }
}

function productOf(factors: readonly Factor[]): Enclosure | null {
  let result: Enclosure = { re: 1, im: 0, error: 0 };
  for (const { generator, num, den } of factors) {
    const value = generatorValue(generator, num / den);
    if (value === null) return null;
    result = product(result, value);
  }
  return result;
}

/** The value of a constant polynomial in doubles, or `null` where it has none or is beyond them. */
export function enclose(polynomial: Polynomial): Enclosure | null {
  let [re, im, error] = [0, 0, 0];
  for (const { coefficient, monomial } of polynomial.values()) {
    if (bitLength(coefficient.num) > 900 || bitLength(coefficient.den) > 900) return null;
    const value = productOf(monomial.factors);
    if (value === null) return null;
    const term = scaled(value, toNumber(coefficient));
    re += term.re;
    im += term.im;
    error += term.error + (Math.abs(term.re) + Math.abs(term.im)) * RELATIVE_ERROR;
  }
  return Number.isFinite(re) && Number.isFinite(im) && Number.isFinite(error) ? { re, im, error } : null;
}

/** The proven sign of a real constant that is not 0, or `null`. */
export function signOf(context: Context, polynomial: Polynomial): 1 | -1 | null {
  context.spend(polynomial.size);
  const value = enclose(polynomial);
  if (value === null || Math.abs(value.re) <= value.error) return null;
  if (!isRealPolynomial(context, polynomial) && !isRealRadical(polynomial)) return null;
  return value.re > 0 ? 1 : -1;
}

/** Whether every generator is a real one or the root of a positive number. */
function isRealRadical(polynomial: Polynomial): boolean {
  for (const { monomial } of polynomial.values())
    for (const { generator } of monomial.factors) if (!isRealConstant(generator)) return false;
  return true;
}

function isRealConstant(generator: Generator): boolean {
  if (generator.kind === "radical") {
    const value = enclose(generator.radicand);
    return isRealRadical(generator.radicand) && value !== null && value.re > value.error;
  }
  return generator.kind === "prime" || generator.kind === "pi" || generator.kind === "logarithm";
}
