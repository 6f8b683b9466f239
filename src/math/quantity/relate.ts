import { equals, ONE, rational, ZERO, type Rational } from "../rational.js";
import { areOpposite } from "./opposites.js";
import { parseUnit } from "./parse-unit.js";
import type { Readings } from "./unit-index.js";
import { complexityOf, conversionBetween, sameDimension, type Conversion, type Unit } from "./unit.js";

/** What two unit texts have to do with each other. */
export type UnitRelation =
  | {
      readonly kind: "convertible";
      /** `value in a * factor + offset` is the value in b. */
      readonly factor: Rational;
      /** Not 0 only between temperature scales. */
      readonly offset: Rational;
    }
  /** They measure different things (meters and seconds, dollars and euros), or say opposite ones (left and right). */
  | { readonly kind: "incompatible" }
  /** One of them is no known unit, or an irrational factor or an unknown scale lies between them. */
  | { readonly kind: "unknown" };

const UNKNOWN: UnitRelation = { kind: "unknown" };
const INCOMPATIBLE: UnitRelation = { kind: "incompatible" };
const ANGLES: ReadonlySet<string> = new Set(["degree", "radian"]);

/** The simplest conversion between any two readings: "ounces" and "pounds" are masses, "ounces" and "cups" volumes. */
function simplestConversion(a: Readings, b: Readings): Conversion | null {
  let best: Conversion | null = null;
  for (const from of a) {
    for (const to of b) {
      if (!sameDimension(from.dimension, to.dimension)) continue;
      const conversion = conversionBetween(from, to);
      if (best === null || complexityOf(conversion) < complexityOf(best)) best = conversion;
    }
  }
  return best;
}

function withoutAngles({ dimension }: Unit): ReadonlyMap<string, number> {
  return new Map(Array.from(dimension).filter(([base]) => !ANGLES.has(base)));
}

function isDegree(readings: Readings): boolean {
  return readings.some((unit) => unit.dimension.size === 1 && unit.dimension.get("degree") === 1);
}

function isTemperatureScale(readings: Readings): boolean {
  return readings.some(({ zero }) => zero.num !== 0n);
}

/** Degrees without a scale may be meant in any scale. */
function isDegreeOfTemperature(a: Readings, b: Readings): boolean {
  return (isDegree(a) && isTemperatureScale(b)) || (isDegree(b) && isTemperatureScale(a));
}

/** Units that differ in angles only (degrees, radians, none) have an irrational factor, or none at all. */
function differInAngles(a: Readings, b: Readings): boolean {
  return a.some((from) =>
    b.some((to) => {
      const hasAngle = [from, to].some(({ dimension }) =>
        Array.from(ANGLES).some((base) => dimension.has(base)),
      );
      return hasAngle && sameDimension(withoutAngles(from), withoutAngles(to));
    }),
  );
}

/** How values with the unit `a` become values with the unit `b`. Total over all texts. */
export function relateUnits(a: string, b: string): UnitRelation {
  const from = parseUnit(a);
  const to = from.length === 0 ? from : parseUnit(b);
  if (to.length === 0) return areOpposite(a, b) ? INCOMPATIBLE : UNKNOWN;
  const conversion = a === b ? { factor: ONE, offset: ZERO } : simplestConversion(from, to);
  if (conversion !== null) return { kind: "convertible", ...conversion };
  return isDegreeOfTemperature(from, to) || differInAngles(from, to) ? UNKNOWN : INCOMPATIBLE;
}

/** Whether a text is a unit of measurement or money, or a plain factor such as "percent" or "million". */
export function isKnownUnit(text: string): boolean {
  return parseUnit(text).length > 0;
}

/** What a unit without a dimension stands for: 1/100 for "%", 12 for "dozen". `null` for every other text. */
export function dimensionlessFactor(unit: string): Rational | null {
  return parseUnit(unit).find(({ dimension }) => dimension.size === 0)?.scale ?? null;
}

const MULTIPLIER = /^([$€£¥₹]?) ?(hundred|thousand|million|billion|trillion)\b(.*)$/i;

/** A unit behind the word for a power of ten: "million dollars", and "$ million" as `\$5` million has it. */
export interface MultipliedUnit {
  readonly factor: Rational;
  readonly unit: string;
}

/** Splits the power of ten from a unit; `null` if it has none, or is nothing else. */
export function multipliedUnit(text: string): MultipliedUnit | null {
  const [, currency = "", multiplier = "", rest = ""] = MULTIPLIER.exec(text) ?? [];
  const factor = multiplier === "" ? null : dimensionlessFactor(multiplier);
  const unit = (currency === "" || rest !== "" ? rest : currency).trim().replace(/^of /, "");
  return factor === null || unit === "" ? null : { factor, unit };
}

/** Whether two unit texts are names of one unit, so that equal values are equal quantities. */
export function isSameUnit(a: Readings, b: Readings): boolean {
  const conversion = simplestConversion(a, b);
  if (conversion === null) return isDegreeOfTemperature(a, b);
  return equals(conversion.factor, rational(1n)) && conversion.offset.num === 0n;
}
