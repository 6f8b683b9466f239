import { MAX_BITS } from "./coefficients.js";
import { addExponents } from "./exponents.js";
import type { Factor, Generator, Monomial } from "./form.js";

export const UNIT: Monomial = { factors: [], key: "", huge: false };

function factorKey({ generator, num, den }: Factor): string {
  if (den !== 1) return `${generator.index}^${num}/${den}`;
  return num === 1 ? `${generator.index}` : `${generator.index}^${num}`;
}

function isHuge({ generator, num, den }: Factor): boolean {
  return generator.kind === "prime" && Math.abs(num / den) * generator.bits > MAX_BITS;
}

/** The monomial of factors that are in order. */
export function monomial(factors: readonly Factor[]): Monomial {
  const first = factors[0];
  if (first === undefined) return UNIT;
  if (factors.length === 1) return { factors, key: factorKey(first), huge: isHuge(first) };
  return { factors, key: factors.map(factorKey).join(","), huge: factors.some(isHuge) };
}

/** Whether powers of the generator obey a law beyond the addition of exponents. */
function hasLaw({ kind }: Generator): boolean {
  switch (kind) {
    case "prime":
    case "imaginary":
    case "unity":
    case "parity":
    case "radical":
    case "absolute":
      return true;
    case "symbol":
    case "pi":
    case "power":
    case "logarithm":
    case "opaque":
      return false;
  }
}

/** The factors of a product of monomials; `settled` is false if a law of a generator may apply to one of them. */
export interface FactorProduct {
  readonly factors: readonly Factor[];
  readonly settled: boolean;
}

/** Joins two ordered lists of factors. */
export function mergeFactors(a: readonly Factor[], b: readonly Factor[]): FactorProduct {
  const factors: Factor[] = [];
  let settled = true;
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x !== undefined || y !== undefined; x = a[i], y = b[j]) {
    if (y === undefined || (x !== undefined && x.generator.index < y.generator.index)) {
      factors.push(x as Factor);
      i++;
    } else if (x === undefined || y.generator.index < x.generator.index) {
      factors.push(y);
      j++;
    } else {
      const sum = addExponents(x, y);
      if (sum.num !== 0) {
        factors.push({ generator: x.generator, num: sum.num, den: sum.den });
        if (hasLaw(x.generator)) settled = false;
      }
      i++;
      j++;
    }
  }
  return { factors, settled };
}

/** The order of monomials by the exponents of their generators, the first generator first. */
export function compareMonomials(a: Monomial, b: Monomial): number {
  const length = Math.max(a.factors.length, b.factors.length);
  for (let k = 0; k < length; k++) {
    const [x, y] = [a.factors[k], b.factors[k]];
    if (x === undefined) return -Math.sign((y as Factor).num);
    if (y === undefined) return Math.sign(x.num);
    if (x.generator.index < y.generator.index) return Math.sign(x.num);
    if (x.generator.index > y.generator.index) return -Math.sign(y.num);
    const difference = x.num * y.den - y.num * x.den;
    if (difference !== 0) return difference;
  }
  return 0;
}
