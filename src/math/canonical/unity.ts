import type { Exponent } from "./exponents.js";
import { exponent } from "./exponents.js";
import type { Context, Polynomial } from "./form.js";
import { imaginaryGenerator, primeGenerator, radicalGenerator, unityGenerator } from "./generators.js";
import {
  ONE_POLYNOMIAL,
  ZERO_POLYNOMIAL,
  addPolynomials,
  constant,
  generatorPower,
  multiplyPolynomials,
  negatePolynomial,
  scalePolynomial,
} from "./polynomial.js";

function squareRoot(context: Context, prime: bigint): Polynomial {
  return generatorPower(primeGenerator(context, prime), 1, 2);
}

/** `(a + b sqrt(p)) / c`. */
function surd(context: Context, a: bigint, b: bigint, prime: bigint, c: bigint): Polynomial {
  const root = scalePolynomial(context, squareRoot(context, prime), { num: b, den: c });
  return addPolynomials(context, constant({ num: a, den: c }), root);
}

/** The root of a radicand `a + b sqrt(p)` without square factors, over `c`. */
function nested(context: Context, a: bigint, b: bigint, prime: bigint, c: bigint): Polynomial {
  const radical = generatorPower(radicalGenerator(context, surd(context, a, b, prime, 1n)), 1, 2);
  return scalePolynomial(context, radical, { num: 1n, den: c });
}

/** `sqrt(2) (sqrt(3) + sign) / 4`. */
function twelfth(context: Context, sign: bigint): Polynomial {
  const sum = surd(context, sign, 1n, 3n, 4n);
  return multiplyPolynomials(context, squareRoot(context, 2n), sum);
}

/** `(5 + sqrt(5)) / 8` is the square of one sine and a conjugate of the other's, which stands as its multiple. */
function sineOfFifth(context: Context): Polynomial {
  return nested(context, 5n, -1n, 5n, 4n);
}

function radicalOfTenMinus(context: Context, double: boolean): Polynomial {
  const root = multiplyPolynomials(context, squareRoot(context, 2n), sineOfFifth(context));
  return double ? multiplyPolynomials(context, root, surd(context, 1n, 1n, 5n, 2n)) : root;
}

function radicalOfTwoMinus(context: Context, conjugate: boolean): Polynomial {
  const root = nested(context, 2n, -1n, 2n, 2n);
  return conjugate ? multiplyPolynomials(context, root, surd(context, 1n, 1n, 2n, 1n)) : root;
}

/** The sines of the angles of the first quadrant, as a part of pi, that are sums of nested square roots. */
const SINES: Readonly<Record<string, (context: Context) => Polynomial>> = {
  "0/1": () => ZERO_POLYNOMIAL,
  "1/12": (context) => twelfth(context, -1n),
  "1/10": (context) => surd(context, -1n, 1n, 5n, 4n),
  "1/8": (context) => radicalOfTwoMinus(context, false),
  "1/6": () => constant({ num: 1n, den: 2n }),
  "1/5": (context) => radicalOfTenMinus(context, false),
  "1/4": (context) => scalePolynomial(context, squareRoot(context, 2n), { num: 1n, den: 2n }),
  "3/10": (context) => surd(context, 1n, 1n, 5n, 4n),
  "1/3": (context) => scalePolynomial(context, squareRoot(context, 3n), { num: 1n, den: 2n }),
  "3/8": (context) => radicalOfTwoMinus(context, true),
  "2/5": (context) => radicalOfTenMinus(context, true),
  "5/12": (context) => twelfth(context, 1n),
  "1/2": () => ONE_POLYNOMIAL,
};

/** `sin(pi * angle)` in radicals, or `null` where it has none here. */
export function sineOfPi(context: Context, angle: Exponent): Polynomial | null {
  const { num, den } = angle;
  const period = 2 * den;
  let part = ((num % period) + period) % period;
  const negative = part > den;
  if (negative) part -= den;
  if (2 * part > den) part = den - part;
  const reduced = exponent(part, den);
  const sine = SINES[`${reduced.num}/${reduced.den}`]?.(context) ?? null;
  return sine !== null && negative ? negatePolynomial(sine) : sine;
}

export function cosineOfPi(context: Context, { num, den }: Exponent): Polynomial | null {
  return sineOfPi(context, exponent(2 * num + den, 2 * den));
}

/** `e^{i pi angle}`, in radicals where there are some. */
export function rootOfUnity(context: Context, angle: Exponent): Polynomial {
  const [sine, cosine] = [sineOfPi(context, angle), cosineOfPi(context, angle)];
  if (sine !== null && cosine !== null) {
    if (sine.size === 0) return cosine;
    const imaginary = generatorPower(imaginaryGenerator(context));
    return addPolynomials(context, cosine, multiplyPolynomials(context, imaginary, sine));
  }
  const turns = Math.floor(angle.num / angle.den);
  const root = generatorPower(unityGenerator(context), angle.num - turns * angle.den, angle.den);
  return turns % 2 === 0 ? root : negatePolynomial(root);
}
