import { ONE, type Rational } from "../rational.js";
import { exponent, multiplyExponents, type Exponent } from "./exponents.js";
import { Unsupported, type Context, type Factor, type Polynomial } from "./form.js";
import { primeGenerator, radicalGenerator } from "./generators.js";
import { factorize, integerRoot } from "./integers.js";
import { mergeFactors } from "./monomial.js";
import { ONE_POLYNOMIAL, constant, generatorPower, multiplyPolynomials, settle } from "./polynomial.js";

/** The product of factors in any order. */
export function joinFactors(context: Context, parts: readonly Factor[]): Polynomial {
  const merged = parts.reduce<readonly Factor[]>((all, part) => mergeFactors(all, [part]).factors, []);
  return settle(context, ONE, merged);
}

function powerOfInteger(context: Context, value: bigint, power: Exponent): Polynomial | null {
  if (value === 1n) return ONE_POLYNOMIAL;
  const factors = factorize(context, value);
  if (factors === null) return null;
  const parts = factors.map(({ prime, count }): Factor => {
    const generator = primeGenerator(context, prime);
    return { generator, ...multiplyExponents({ num: count, den: 1 }, power) };
  });
  return joinFactors(context, parts);
}

/** A power of a positive rational number by its prime factors. Throws `Unsupported` where they are out of reach. */
export function positivePower(context: Context, { num, den }: Rational, power: Exponent): Polynomial {
  const over = powerOfInteger(context, num, power);
  const under = powerOfInteger(context, den, exponent(-power.num, power.den));
  if (over === null || under === null) throw new Unsupported("a power of an integer without known factors");
  return multiplyPolynomials(context, over, under);
}

function rootOfInteger(context: Context, value: bigint, index: number): Polynomial {
  const root = powerOfInteger(context, value, { num: 1, den: index });
  if (root !== null) return root;
  context.spend(200);
  const whole = integerRoot(value, index);
  if (whole ** BigInt(index) === value) return constant({ num: whole, den: 1n });
  return generatorPower(radicalGenerator(context, constant({ num: value, den: 1n })), 1, index);
}

/** The positive root of a positive rational number. */
export function positiveRoot(context: Context, { num, den }: Rational, index: number): Polynomial {
  const over = rootOfInteger(context, num, index);
  if (den === 1n) return over;
  const under = rootOfInteger(context, den ** BigInt(index - 1), index);
  return multiplyPolynomials(context, multiplyPolynomials(context, over, under), constant({ num: 1n, den }));
}
