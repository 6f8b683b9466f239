import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verify } from "../../src/math/index.js";
import { equalRationals, parseRational, type Rational } from "../../src/math/rational.js";

const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const places = fc.integer({ min: 0, max: 20 });

/** A decimal fraction: `units` over ten to the `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimal: fc.Arbitrary<Decimal> = fc.record({ units: digits, scale: places });

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

/** Ways to write a decimal; each is read back exactly. */
const SPELLINGS: readonly ((value: Decimal) => string)[] = [
  plain,
  withThousands,
  ({ units, scale }) => `${units}e-${scale}`,
  ({ units, scale }) => `${units}\\times10^{-${scale}}`,
  ({ units, scale }) => `${units}×10^{${-scale}}`,
  ({ units, scale }) => `${units}/${10n ** BigInt(scale)}`,
  ({ units, scale }) => `\\frac{${units}}{${10n ** BigInt(scale)}}`,
  ({ units, scale }) => `\\frac{${-units}}{-${10n ** BigInt(scale)}}`,
  ({ units, scale }) => `${plain({ units: units * 100n, scale })}%`,
  (value) => `${plain(value)}${value.scale === 0 ? ".0" : "00"}`,
];

const spelling = fc.constantFrom(...SPELLINGS);

const exact = ({ units, scale }: Decimal): Rational => ({
  numerator: units,
  denominator: 10n ** BigInt(scale),
});

/** The same number, by the definition of equal fractions. */
const same = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator === b.numerator * a.denominator;

function read(text: string): Rational {
  const value = parseRational(text);
  if (value === null) throw new Error(`${text} was not read`);
  return value;
}

describe("parseRational", () => {
  it("reads every spelling of a number exactly", () => {
    fc.assert(
      fc.property(decimal, spelling, (value, spell) => {
        const parsed = read(spell(value));
        expect(same(parsed, exact(value)), spell(value)).toBe(true);
        expect(parsed.denominator > 0n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("reads fractions of decimals exactly", () => {
    const divisor = decimal.filter(({ units }) => units !== 0n);
    fc.assert(
      fc.property(decimal, divisor, (over, under) => {
        const [a, b] = [exact(over), exact(under)];
        const quotient = { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };
        expect(same(read(`\\frac{${plain(over)}}{${plain(under)}}`), quotient)).toBe(true);
        expect(same(read(`${plain(over)}/${plain(under)}`), quotient)).toBe(true);
      }),
    );
  });

  it("throws for no text", () => {
    const numeral = fc.array(
      fc.constantFrom("0", "9", ".", ",", "-", "e", "/", "%", "(", ")", "{", "}", "\\frac"),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(numeral, (parts) => {
        const value = parseRational(parts.join(""));
        expect(value === null || value.denominator > 0n).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("equalRationals", () => {
  it("is equality of the numbers", () => {
    fc.assert(
      fc.property(decimal, decimal, spelling, spelling, (a, b, spellA, spellB) => {
        expect(equalRationals(read(spellA(a)), read(spellB(b)))).toBe(same(exact(a), exact(b)));
        expect(equalRationals(read(spellA(a)), read(spellB(a)))).toBe(true);
      }),
    );
  });
});

describe("verify", () => {
  it("takes any spelling of the solution's number, and no other number", () => {
    const nearby = fc.bigInt({ min: 1n, max: 10n });
    fc.assert(
      fc.property(decimal, nearby, spelling, spelling, (value, step, spellA, spellB) => {
        const other = { ...value, units: value.units + step };
        const verdict = (answer: string): string =>
          verify({ reference: spellA(value), completion: `It is $\\boxed{${answer}}$.` }).verdict.status;
        expect(verdict(spellB(value))).toBe("correct");
        expect(verdict(spellB(other))).toBe("incorrect");
      }),
      { numRuns: 300 },
    );
  });
});
