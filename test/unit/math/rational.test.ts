import { describe, expect, it } from "vitest";
import {
  add,
  bitLength,
  compare,
  divide,
  equals,
  gcd,
  multiply,
  negate,
  rational,
  toNumber,
} from "../../../src/math/rational.js";

const BIG = 10n ** 40n;

describe("gcd", () => {
  it.each([
    [12n, 18n, 6n],
    [-12n, 18n, 6n],
    [0n, 5n, 5n],
    [0n, 0n, 0n],
    [10n, 10n ** 17n + 1n, 1n],
    [10n ** 17n + 1n, 10n, 1n],
    [BIG * 6n, BIG * 4n, BIG * 2n],
    [2n ** 70n, 2n ** 33n, 2n ** 33n],
  ])("of %s and %s is %s", (a, b, divisor) => {
    expect(gcd(a, b)).toBe(divisor);
    expect(gcd(b, a)).toBe(divisor);
  });
});

describe("rational", () => {
  it.each([
    [2n, 4n, 1n, 2n],
    [1n, -2n, -1n, 2n],
    [-3n, -6n, 1n, 2n],
    [0n, -7n, 0n, 1n],
    [10n, 10n ** 17n + 1n, 10n, 10n ** 17n + 1n],
  ])("reduces %s over %s", (num, den, over, under) => {
    expect(rational(num, den)).toEqual({ num: over, den: under });
  });

  it("computes exactly", () => {
    const [half, third] = [rational(1n, 2n), rational(1n, 3n)];
    expect(add(half, third)).toEqual(rational(5n, 6n));
    expect(multiply(half, third)).toEqual(rational(1n, 6n));
    expect(divide(half, third)).toEqual(rational(3n, 2n));
    expect(negate(half)).toEqual(rational(-1n, 2n));
    expect(equals(half, rational(2n, 4n))).toBe(true);
    expect([compare(half, third), compare(third, half), compare(half, half)]).toEqual([1, -1, 0]);
  });
});

it.each([
  [rational(1n, 3n), 1 / 3],
  [rational(BIG * BIG, BIG * BIG * 4n), 0.25],
  [rational(1n, 10n ** 300n), 1e-300],
  [rational(10n ** 300n + 1n, 3n), 1e300 / 3],
  [rational(10n ** 400n, 1n), Infinity],
  [rational(-1n, 10n ** 400n), -0],
  [rational(10n ** 400n, 4n * 10n ** 400n + 1n), 0.25],
])("toNumber %#", (value, double) => {
  const actual = toNumber(value);
  const isExact = Object.is(actual, double);
  expect(isExact ? 0 : Math.abs(actual - double) / Math.abs(double)).toBeLessThan(1e-15);
});

it.each([0n, 1n, 255n, 2n ** 60n, -(2n ** 100n)])("bitLength of %s is near", (value) => {
  const exact = value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
  expect(Math.abs(bitLength(value) - exact)).toBeLessThanOrEqual(4);
});
