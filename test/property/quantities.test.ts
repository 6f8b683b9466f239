import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dimensionlessFactor,
  isKnownUnit,
  parseDate,
  parseTime,
  relateUnits,
  sameCountedThing,
} from "../../src/math/quantity/index.js";
import { add, equals, multiply, type Rational } from "../../src/math/rational.js";
import { hostileText } from "./texts.js";

/** Spellings of units by what they measure; none of them is ambiguous. */
const FAMILIES: readonly (readonly string[])[] = [
  ["m", "kilometers", "\\mathrm{~cm}", "inch", "feet", "mi", "light-years", "厘米", "μm"],
  ["g", "kg", "公斤", "mg", "metric tons"],
  ["s", "minutes", "hrs", "days", "years", "months", "小时"],
  ["m^2", "square feet", "hectares", "acres", "cm²", "平方米", "km \\cdot m"],
  ["L", "cubic meters", "mL", "gallons", "cups", "\\text{ in}^{3}"],
  ["m/s", "miles per hour", "km/h", "knots", "ft s^{-1}"],
  ["J", "kWh", "cal", "eV", "N m", "kg m^2/s^2"],
  ["Pa", "atm", "bar", "mmHg", "psi", "\\frac{N}{m^2}"],
  ["$", "cents", "million dollars", "\\text{ USD}"],
  ["°C", "K", "\\text{degrees Fahrenheit}", "℉"],
  ["%", "dozen", "percent", "thousand"],
  ["°", "arcminutes", "revolutions"],
];

const family = fc.constantFrom(...FAMILIES);
const unit = family.chain((units) => fc.constantFrom(...units));
const related = (count: number): fc.Arbitrary<string[]> =>
  family.chain((units) => fc.array(fc.constantFrom(...units), { minLength: count, maxLength: count }));

const UNIT_PIECES =
  "m|kg|s|^2|^{-1}|/|per |square |\\cdot |(|)|{|}|\\frac|$|%|apples|°|C|米|平方|每|\\text{|-|1|2|²| |.".split(
    "|",
  );
const unitLike = fc
  .array(fc.constantFrom(...UNIT_PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(""));
const text = fc.oneof(hostileText, unitLike, unit, fc.string({ unit: "binary", maxLength: 20 }));

interface Linear {
  readonly factor: Rational;
  readonly offset: Rational;
}

function convert(a: string, b: string): Linear {
  const relation = relateUnits(a, b);
  if (relation.kind !== "convertible") expect.unreachable(`${a} and ${b} are ${relation.kind}`);
  return relation;
}

const apply = ({ factor, offset }: Linear, value: Rational): Rational => add(multiply(value, factor), offset);

describe("relateUnits", () => {
  const value: Rational = { num: 7n, den: 3n };

  it("undoes a conversion by the one back", () => {
    fc.assert(
      fc.property(related(2), ([a = "", b = ""]) => {
        expect(apply(convert(b, a), apply(convert(a, b), value))).toEqual(value);
      }),
    );
  });

  it("converts in one step as in two", () => {
    fc.assert(
      fc.property(related(3), ([a = "", b = "", c = ""]) => {
        expect(apply(convert(b, c), apply(convert(a, b), value))).toEqual(apply(convert(a, c), value));
      }),
    );
  });

  it("never converts between units of different things", () => {
    const kinds = fc.uniqueArray(fc.nat({ max: FAMILIES.length - 1 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(kinds, fc.nat(), fc.nat(), (picked, i, j) => {
        const [first, second] = picked.map((kind) => FAMILIES[kind] ?? []);
        const a = first?.[i % first.length] ?? "";
        const b = second?.[j % second.length] ?? "";
        expect(relateUnits(a, b).kind).not.toBe("convertible");
      }),
      { numRuns: 500 },
    );
  });

  it("converts every unit to itself by 1", () => {
    fc.assert(
      fc.property(text, (any) => {
        const relation = relateUnits(any, any);
        expect(relation.kind).toBe(isKnownUnit(any) ? "convertible" : "unknown");
        if (relation.kind === "convertible") expect(equals(relation.factor, { num: 1n, den: 1n })).toBe(true);
      }),
    );
  });

  it("finds the same kind of relation from both sides", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [there, back] = [relateUnits(a, b), relateUnits(b, a)];
        expect(back.kind).toBe(there.kind);
        if (there.kind !== "convertible" || back.kind !== "convertible") return;
        expect(multiply(there.factor, back.factor)).toEqual({ num: 1n, den: 1n });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("sameCountedThing", () => {
  it("is symmetric", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sameCountedThing(a, b)).toBe(sameCountedThing(b, a));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("every text", () => {
  const long = fc
    .constantFrom("m", "m/", "(", "\\frac", "平", "^", "{", "\\text{", " ", "1:", "a ")
    .map((piece) => piece.repeat(Math.ceil(2 ** 20 / piece.length)));

  it("has an answer to each question", () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: text, weight: 20 }, { arbitrary: long, weight: 1 }), (any) => {
        expect(typeof isKnownUnit(any)).toBe("boolean");
        expect(typeof sameCountedThing(any, "apples")).toBe("boolean");
        expect(dimensionlessFactor(any)?.den ?? 1n).toBeGreaterThan(0n);
        expect(parseTime(any) ?? 0).toBeLessThan(24 * 3600);
        expect(parseDate(any)?.day ?? 1).toBeLessThanOrEqual(31);
      }),
      { numRuns: 500 },
    );
  });
});

describe("parseDate", () => {
  it("reads every way to write a day as the same day", () => {
    const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const month = date.toLocaleString("en-US", { month: "long", timeZone: "UTC" });
        const [year, number] = [date.getUTCFullYear(), date.getUTCDate()];
        const expected = parseDate(iso);
        expect(expected).toEqual({ year, month: date.getUTCMonth() + 1, day: number });
        for (const spelling of [`${month} ${number}, ${year}`, `${number} ${month.slice(0, 3)} ${year}`]) {
          expect(parseDate(spelling)).toEqual(expected);
        }
      }),
    );
  });
});

describe("parseTime", () => {
  it("reads twelve hours as twenty-four", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const minutes = String(minute).padStart(2, "0");
        const half = `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? "a.m." : "PM"}`;
        expect(parseTime(`${hour}:${minutes}`)).toBe(hour * 3600 + minute * 60);
        expect(parseTime(half)).toBe(hour * 3600 + minute * 60);
      }),
    );
  });
});
