import { describe, expect, it } from "vitest";
import { createBigField } from "../../../../src/math/numeric/big-field.js";
import { createDoubleField } from "../../../../src/math/numeric/double-field.js";

/** The first hundred digits behind the point. */
const PI =
  "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679";
const E =
  "2.7182818284590452353602874713526624977572470936999595749669676277240766303535475945713821785251664274";
const LN_2 =
  "0.6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633269964186875";
const SQRT_2 =
  "1.4142135623730950488016887242096980785696718753769480731766797379907324784621070388503875343276415727";
const SIN_1 =
  "0.8414709848078965066525023216302989996225630607983710656727517099919104043912396689486397435430526958";
const COS_1 =
  "0.5403023058681397174009366074429766037323104206179222276700972553811003947744717645179518560871830893";

const big = createBigField(400);
type Big = typeof big.zero;

/** The midpoint's real part, cut behind a hundred decimals. */
function hundredDigits({ re, exp }: Big): string {
  const scaled = (re * 10n ** 100n) >> BigInt(-exp);
  const digits = scaled.toString().padStart(101, "0");
  return `${digits.slice(0, -100)}.${digits.slice(-100)}`;
}

describe("big balls", () => {
  const two = big.fromInteger(2n);
  const constants: readonly (readonly [string, Big, string])[] = [
    ["pi", big.pi(), PI],
    ["e", big.exp(big.one), E],
    ["ln 2", big.ln(two), LN_2],
    ["sqrt 2", big.sqrt(two), SQRT_2],
    ["sin 1", big.sin(big.one), SIN_1],
    ["cos 1", big.cos(big.one), COS_1],
    ["4 atan 1", big.multiply(big.fromInteger(4n), big.atan(big.one)), PI],
  ];
  it.each(constants)("computes %s to 100 digits", (_, value, digits) => {
    expect(hundredDigits(value)).toBe(digits);
    expect(big.uncertainty(value, value)).toBeLessThan(-370);
  });

  it("keeps integers, halves and squares exact", () => {
    const quarter = big.divide(big.one, big.fromInteger(4n));
    for (const value of [quarter, big.sqrt(quarter), big.multiply(quarter, quarter), big.fromNumber(0.1)]) {
      expect(big.uncertainty(value, value)).toBe(Number.NEGATIVE_INFINITY);
    }
    expect(big.toInteger(big.sqrt(big.fromInteger(10n ** 60n)))).toBe(10n ** 30n);
  });

  it("reaches far beyond the doubles", () => {
    const huge = big.exp(big.fromInteger(100_000n));
    expect(big.magnitude(huge, huge)).toBeCloseTo(100_000 / Math.LN2, -1);
    expect(big.sign(big.ln(huge))).toBe(1);
    expect(big.isDefined(big.exp(big.multiply(huge, huge)))).toBe(false);
  });

  it("reduces large angles with enough digits of pi", () => {
    const { re } = big.toDouble(big.sin(big.fromInteger(10n ** 22n)));
    expect(re).toBeCloseTo(-0.8522008497671888, 14);
  });
});

describe.each([
  ["double balls", createDoubleField()],
  ["big balls", createBigField(200)],
] as const)("%s", (_, anyField) => {
  const field = anyField as typeof big;
  const value = (re: number, im = 0): Big => field.fromNumber(re, im);

  it("takes principal branches", () => {
    const logarithm = field.toDouble(field.ln(value(-1)));
    expect(logarithm.re).toBeCloseTo(0, 12);
    expect(logarithm.im).toBeCloseTo(Math.PI, 12);
    const root = field.toDouble(field.sqrt(value(-4)));
    expect([root.re, root.im]).toEqual([0, 2]);
    const complexRoot = field.toDouble(field.sqrt(value(3, -4)));
    expect(complexRoot.re).toBeCloseTo(2, 12);
    expect(complexRoot.im).toBeCloseTo(-1, 12);
  });

  it("has no value at poles, on blurred cuts, and for what follows from none", () => {
    const none = field.divide(field.one, field.zero);
    const root = field.multiply(field.i, field.sqrt(value(2)));
    const blurred = field.multiply(root, root);
    expect(field.toDouble(blurred).re).toBeCloseTo(-2, 12);
    expect(field.isDefined(field.ln(blurred))).toBe(false);
    for (const made of [none, field.ln(field.zero), field.add(none, field.one), field.exp(none)]) {
      expect(field.isDefined(made)).toBe(false);
    }
    for (const made of [field.multiply(none, field.zero), field.sqrt(none), field.floor(none)]) {
      expect(field.isDefined(made)).toBe(false);
    }
  });

  it("leaves a floor open that its error bound leaves open", () => {
    const root = field.sqrt(value(2));
    expect(field.isDefined(field.floor(field.multiply(root, root)))).toBe(false);
    expect(field.toInteger(field.floor(root))).toBe(1n);
    expect(field.toInteger(field.floor(value(-2.5)))).toBe(-3n);
    expect(field.toInteger(field.floor(value(7)))).toBe(7n);
  });

  it("tells a sign only when it is sure", () => {
    const root = field.sqrt(value(2));
    expect(field.sign(field.add(field.multiply(root, root), value(-2)))).toBeNull();
    expect(field.sign(field.add(root, value(-1.5)))).toBe(-1);
    expect(field.sign(field.zero)).toBe(0);
    expect(field.sign(field.i)).toBeNull();
  });

  it("covers both parts of a hull", () => {
    const hull = field.hull(value(-3), value(5));
    expect(field.disjoint(hull, value(-3))).toBe(false);
    expect(field.disjoint(hull, value(5))).toBe(false);
    expect(field.disjoint(value(-3), value(5))).toBe(true);
  });
});
