import { describe, expect, it } from "vitest";
import { dimensionlessFactor, isKnownUnit, relateUnits } from "../../../../src/math/quantity/index.js";
import { rational, toNumber, type Rational } from "../../../../src/math/rational.js";

function factor(a: string, b: string): Rational | string {
  const relation = relateUnits(a, b);
  return relation.kind === "convertible" ? relation.factor : relation.kind;
}

describe("relateUnits", () => {
  it.each([
    ["m", "cm", 100n, 1n],
    ["km", "m", 1000n, 1n],
    ["inches", "in", 1n, 1n],
    ["feet", "inches", 12n, 1n],
    ["miles", "feet", 5280n, 1n],
    ["yd", "\\mathrm{ft}", 3n, 1n],
    ["nm", "μm", 1n, 1000n],
    ["\\mu m", "mm", 1n, 1000n],
    ["cm^2", "cm²", 1n, 1n],
    ["square meters", "cm^{2}", 10_000n, 1n],
    ["sq. ft.", "square inches", 144n, 1n],
    ["cubic feet", "ft^3", 1n, 1n],
    ["\\mbox{ inches}^2", "in^2", 1n, 1n],
    ["m2", "meters squared", 1n, 1n],
    ["L", "cm^3", 1000n, 1n],
    ["ml", "cc", 1n, 1n],
    ["gallons", "quarts", 4n, 1n],
    ["\\text{ gm}", "g", 1n, 1n],
    ["kg", "grams", 1000n, 1n],
    ["lbs", "ounces", 16n, 1n],
    ["hours", "minutes", 60n, 1n],
    ["\\mathrm{hr}", "\\mathrm{~h}", 1n, 1n],
    ["days", "hours", 24n, 1n],
    ["years", "months", 12n, 1n],
    ["weeks", "days", 7n, 1n],
    ["km/h", "m/s", 5n, 18n],
    ["\\mathrm{km} / \\mathrm{hr}", "kph", 1n, 1n],
    ["miles per hour", "mph", 1n, 1n],
    ["m/s/s", "m s^{-2}", 1n, 1n],
    ["N", "kg m/s^2", 1n, 1n],
    ["\\mathrm{N}-\\mathrm{m}", "J", 1n, 1n],
    ["\\frac{\\text{kg}}{\\text{m}^3}", "g/cm^3", 1n, 1000n],
    ["J/kg·K", "J kg⁻¹ K⁻¹", 1n, 1n],
    ["kWh", "J", 3_600_000n, 1n],
    ["kilowatt-hours", "kWh", 1n, 1n],
    ["psi", "lb/in^2", 1n, 1n],
    ["MW", "mW", 1_000_000_000n, 1n],
    ["\\Omega", "ohms", 1n, 1n],
    ["light-years", "light years", 1n, 1n],
    ["bytes", "bits", 8n, 1n],
    ["Mb/s", "Mbps", 1n, 1n],
    ["\\$", "dollars", 1n, 1n],
    ["\\$", "\\text{ cents}", 100n, 1n],
    ["million dollars", "$", 1_000_000n, 1n],
    ["dollars per hour", "$/h", 1n, 1n],
    ["£", "\\text{ pounds}", 1n, 1n],
    ["yuan", "元", 1n, 1n],
    ["yen", "¥", 1n, 1n],
    ["^\\circ", "\\text{ degrees}", 1n, 1n],
    ["^{\\circ}\\mathrm{C}", "°C", 1n, 1n],
    ["degrees Celsius", "° C", 1n, 1n],
    ["厘米", "cm", 1n, 1n],
    ["平方厘米", "cm^2", 1n, 1n],
    ["立方米", "m³", 1n, 1n],
    ["千米/小时", "千米每小时", 1n, 1n],
    ["公斤", "克", 1000n, 1n],
    ["分钟", "minutes", 1n, 1n],
    ["\\%", "percent", 1n, 1n],
    ["per cent", "%", 1n, 1n],
    ["years old", "years", 1n, 1n],
    ["gallons of water", "gal", 1n, 1n],
  ])("converts %s to %s", (a, b, num, den) => {
    expect(factor(a, b)).toEqual(rational(num, den));
    expect(factor(b, a)).toEqual(rational(den, num));
  });

  it.each([
    ["m", "s"],
    ["$", "cm"],
    ["$", "€"],
    ["£", "dollars"],
    ["km/h", "km"],
    ["m", "m^2"],
    ["cm^2", "cm^3"],
    ["degrees", "m"],
    ["\\%", "m"],
    ["pounds", "dollars"],
  ])("finds %s and %s incompatible", (a, b) => {
    expect(factor(a, b)).toBe("incompatible");
    expect(factor(b, a)).toBe("incompatible");
  });

  it.each([
    ["apples", "m"],
    ["apples", "apples"],
    ["", ""],
    ["degrees", "radians"],
    ["rad/s", "Hz"],
    ["degrees", "°C"],
    ["Cm", "cm"],
    ["square units", "cm^2"],
    ["m".repeat(100), "m"],
  ])("does not know how %s and %s relate", (a, b) => {
    expect(factor(a, b)).toBe("unknown");
    expect(factor(b, a)).toBe("unknown");
  });

  it("converts between temperature scales with an offset", () => {
    const relation = relateUnits("°C", "°F");
    if (relation.kind !== "convertible") expect.unreachable();
    expect(relation.factor).toEqual(rational(9n, 5n));
    expect(relation.offset).toEqual(rational(32n));
    expect(relateUnits("°C", "K")).toEqual({
      kind: "convertible",
      factor: rational(1n),
      offset: rational(27315n, 100n),
    });
  });

  it("takes a degree inside a compound as a difference", () => {
    expect(relateUnits("J/°C", "J/K")).toEqual({
      kind: "convertible",
      factor: rational(1n),
      offset: rational(0n),
    });
  });

  it("reads an ambiguous unit as the other one needs it", () => {
    expect(factor("pounds", "kg")).toEqual(rational(45359237n, 100_000_000n));
    expect(factor("pounds", "pence")).toEqual(rational(100n));
    expect(factor("tons", "pounds")).toEqual(rational(2000n));
    expect(factor("tons", "kg")).toEqual(rational(1000n));
    expect(factor("oz", "lb")).toEqual(rational(1n, 16n));
    expect(factor("oz", "cups")).toEqual(rational(1n, 8n));
    expect(toNumber(factor("F", "C") as Rational)).toBeCloseTo(5 / 9);
  });

  it.each(["(".repeat(80), "((((((km^9)^9)^9)^9)^9)^9)^9", "/".repeat(80), "m^99", "\\frac".repeat(16)])(
    "takes no unit from %s",
    (hostile) => {
      expect(isKnownUnit(hostile)).toBe(false);
    },
  );
});

describe("isKnownUnit", () => {
  it.each(["cm", "Meters", "km/h", "$", "%", "dozen", "degrees", "ft", "平方米", "\\text{ mph}", "lb", "t"])(
    "knows %s",
    (unit) => {
      expect(isKnownUnit(unit)).toBe(true);
    },
  );

  it.each(["apples", "", "x", "as", "a", "units", "5 m", "m +", "per", "square", "1", "degrees of freedom"])(
    "does not take %j for a unit",
    (text) => {
      expect(isKnownUnit(text)).toBe(false);
    },
  );
});

describe("dimensionlessFactor", () => {
  it.each([
    ["\\%", 1n, 100n],
    ["percent", 1n, 100n],
    ["dozen", 12n, 1n],
    ["million", 1_000_000n, 1n],
    ["万", 10_000n, 1n],
  ])("gives the factor of %s", (unit, num, den) => {
    expect(dimensionlessFactor(unit)).toEqual(rational(num, den));
  });

  it.each(["m", "degrees", "apples", "", "million dollars"])("gives none for %j", (unit) => {
    expect(dimensionlessFactor(unit)).toBeNull();
  });
});

describe("opposite words behind a number", () => {
  it.each([
    ["left", "right"],
    ["km north", "km south"],
    ["boys", "girls"],
    ["dollars more", "dollars less"],
    ["m below", "m above"],
  ])("%j and %j are incompatible", (a, b) => {
    expect(relateUnits(a, b)).toEqual({ kind: "incompatible" });
    expect(relateUnits(b, a)).toEqual({ kind: "incompatible" });
  });

  it.each([
    ["apples", "pieces of fruit"],
    ["boys and girls", "girls and boys"],
    ["km north", "km"],
  ])("%j and %j are not", (a, b) => {
    expect(relateUnits(a, b)).toEqual({ kind: "unknown" });
  });
});
