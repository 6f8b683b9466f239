import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verify } from "../../src/math/index.js";
import { add, compare, divide, equals, gcd, multiply, negate, rational } from "../../src/math/rational.js";

const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const nonzero = integer.filter((value) => value !== 0n);
const quotient = fc.tuple(integer, nonzero).map(([num, den]) => rational(num, den));

describe("rational arithmetic", () => {
  it("keeps every quotient reduced, with a positive denominator", () => {
    fc.assert(
      fc.property(quotient, quotient, (a, b) => {
        for (const { num, den } of [a, add(a, b), multiply(a, b), negate(a)]) {
          expect(den > 0n).toBe(true);
          expect(gcd(num, den)).toBe(1n);
        }
      }),
    );
  });

  it("is a field", () => {
    fc.assert(
      fc.property(quotient, quotient, quotient, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, negate(a))).toEqual(rational(0n));
        if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it("reduces without changing the value", () => {
    fc.assert(
      fc.property(integer, nonzero, nonzero, (num, den, factor) => {
        expect(rational(num * factor, den * factor)).toEqual(rational(num, den));
        expect(rational(num, den).num * den).toBe(num * rational(num, den).den);
      }),
    );
  });

  it("orders as subtraction does", () => {
    fc.assert(
      fc.property(quotient, quotient, (a, b) => {
        const { num } = add(a, negate(b));
        expect(compare(a, b)).toBe(num < 0n ? -1 : num > 0n ? 1 : 0);
        expect(equals(a, b)).toBe(num === 0n);
      }),
    );
  });
});

/** A decimal fraction: `units` over ten to the `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimal: fc.Arbitrary<Decimal> = fc.record({ units: integer, scale: fc.integer({ min: 0, max: 20 }) });

function plain({ units, scale }: Decimal): string {
  const sign = units < 0n ? "-" : "";
  const text = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${text.slice(text.length - scale)}`;
}

function withThousands(value: Decimal): string {
  const [whole = "", fraction] = plain(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Ways to write a decimal, all of them exact. */
const SPELLINGS: readonly ((value: Decimal) => string)[] = [
  plain,
  withThousands,
  ({ units, scale }) => `${units}e-${scale}`,
  ({ units, scale }) => `${units}\\times10^{-${scale}}`,
  ({ units, scale }) => `${units}×10^{${-scale}}`,
  ({ units, scale }) => `${units}/${10n ** BigInt(scale)}`,
  ({ units, scale }) => `\\frac{${units}}{${10n ** BigInt(scale)}}`,
  ({ units, scale }) => `\\frac{${-units}}{-${10n ** BigInt(scale)}}`,
  (value) => `${plain(value)}${value.scale === 0 ? ".0" : "00"}`,
];

const spelling = fc.constantFrom(...SPELLINGS);

describe("verify", () => {
  it("takes any spelling of the solution's number, and no other number", () => {
    const nearby = fc.bigInt({ min: 1n, max: 10n });
    fc.assert(
      fc.property(decimal, nearby, spelling, spelling, (value, step, spellA, spellB) => {
        const other = { ...value, units: value.units + step };
        const verdict = (answer: string): string =>
          verify({ reference: spellA(value), completion: `It is $\\boxed{${answer}}$.` }, { digits: 0 })
            .verdict.status;
        expect(verdict(spellB(value))).toBe("correct");
        // Two long decimals that differ in their last digits may be one computed value with the noise of doubles.
        const size = value.units < 0n ? -value.units : value.units;
        if (size < 10n ** 13n) expect(verdict(spellB(other))).toBe("incorrect");
      }),
      { numRuns: 500 },
    );
  });
});
