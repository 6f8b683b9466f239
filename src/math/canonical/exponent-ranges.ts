import type { Generator, Monomial, Polynomial } from "./form.js";

interface Range {
  least: number;
  most: number;
}

/** The least and the greatest exponent of each generator of a polynomial; a generator is absent where that is 0. */
type Ranges = ReadonlyMap<Generator, Readonly<Range>>;

function rangesOf(polynomial: Polynomial): Ranges {
  const ranges = new Map<Generator, Range>();
  const counts = new Map<Generator, number>();
  for (const { monomial } of polynomial.values()) {
    for (const { generator, num, den } of monomial.factors) {
      const exponent = num / den;
      const range = ranges.get(generator);
      counts.set(generator, (counts.get(generator) ?? 0) + 1);
      if (range === undefined) ranges.set(generator, { least: exponent, most: exponent });
      else {
        range.least = Math.min(range.least, exponent);
        range.most = Math.max(range.most, exponent);
      }
    }
  }
  for (const [generator, range] of ranges) {
    if (counts.get(generator) === polynomial.size) continue;
    range.least = Math.min(range.least, 0);
    range.most = Math.max(range.most, 0);
  }
  return ranges;
}

const ABSENT: Readonly<Range> = { least: 0, most: 0 };

/** Exponents are quotients of small integers: what differs by less is the same. */
const NOISE = 1e-9;

/**
 * The exponents that the monomials of an exact quotient `a / b` may have: extreme exponents of a product are the sums
 * of those of its factors. `null` if no monomial can have them, so that there is no exact quotient.
 */
export function quotientRanges(a: Polynomial, b: Polynomial): Ranges | null {
  const [over, under] = [rangesOf(a), rangesOf(b)];
  const ranges = new Map<Generator, Range>();
  for (const generator of new Set([...over.keys(), ...under.keys()])) {
    const { least, most } = over.get(generator) ?? ABSENT;
    const divisor = under.get(generator) ?? ABSENT;
    const range = { least: least - divisor.least, most: most - divisor.most };
    if (range.least > range.most + NOISE) return null;
    ranges.set(generator, range);
  }
  return ranges;
}

/** Whether the exponents of a monomial lie in the ranges. */
export function isWithin({ factors }: Monomial, ranges: Ranges): boolean {
  return factors.every(({ generator, num, den }) => {
    const { least, most } = ranges.get(generator) ?? ABSENT;
    const exponent = num / den;
    return exponent >= least - NOISE && exponent <= most + NOISE;
  });
}
