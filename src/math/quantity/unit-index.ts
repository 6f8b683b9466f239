import { rational, type Rational } from "../rational.js";
import { singular } from "../words/index.js";
import { ANGLES, CHINESE, DIMENSIONLESS, METRIC, MONEY, OTHER, type Definition } from "./definitions.js";
import { baseUnit, exactRational, scaled, timesPower, UNITY, type Unit } from "./unit.js";

/** What a word may mean as a unit, the most usual reading first. */
export type Readings = readonly Unit[];

interface UnitIndex {
  readonly symbols: ReadonlyMap<string, Readings>;
  readonly names: ReadonlyMap<string, Readings>;
  readonly metricSymbols: ReadonlyMap<string, Unit>;
  readonly metricNames: ReadonlyMap<string, Unit>;
}

/** Symbol, name and power of ten. Those of 10^-18 and less are left out: "as" is a word. */
const PREFIXES: readonly (readonly [symbol: string, name: string, exponent: number])[] = [
  ["da", "deca", 1],
  ["Y", "yotta", 24],
  ["Z", "zetta", 21],
  ["E", "exa", 18],
  ["P", "peta", 15],
  ["T", "tera", 12],
  ["G", "giga", 9],
  ["M", "mega", 6],
  ["k", "kilo", 3],
  ["K", "kilo", 3],
  ["h", "hecto", 2],
  ["d", "deci", -1],
  ["c", "centi", -2],
  ["m", "milli", -3],
  ["μ", "micro", -6],
  ["u", "micro", -6],
  ["n", "nano", -9],
  ["p", "pico", -12],
  ["f", "femto", -15],
];

const TEMPERATURES: readonly (readonly [zero: string, degree: string, symbols: string, names: string])[] = [
  ["273.15", "1", "°C,ºC,℃,C,degC", "celsius,degree celsius,degree c,° c,degree centigrade,centigrade"],
  ["459.67/1.8", "5/9", "°F,ºF,℉,F,degF", "fahrenheit,degree fahrenheit,degree f,° f"],
];

function unitOf([scale, bases]: Definition): Unit {
  let unit = UNITY;
  for (const factor of bases.split(" ")) {
    const [base = "", exponent = "1"] = factor.split("^");
    if (base !== "") unit = timesPower(unit, baseUnit(base), Number(exponent));
  }
  return scaled(unit, exactRational(scale));
}

function addAll(target: Map<string, Readings>, keys: string, unit: Unit): void {
  for (const key of keys.split(",")) {
    if (key !== "") target.set(key, [...(target.get(key) ?? []), unit]);
  }
}

function addTemperatures(symbols: Map<string, Readings>, names: Map<string, Readings>): void {
  const kelvin = baseUnit("K");
  for (const [zero, degree, symbolList, nameList] of TEMPERATURES) {
    const unit: Unit = {
      scale: exactRational(degree),
      zero: exactRational(zero),
      dimension: kelvin.dimension,
    };
    addAll(symbols, symbolList, unit);
    addAll(names, nameList, unit);
  }
  addAll(names, "degree kelvin,degree k,° k", kelvin);
}

function buildIndex(): UnitIndex {
  const symbols = new Map<string, Readings>();
  const names = new Map<string, Readings>();
  const metricSymbols = new Map<string, Unit>();
  const metricNames = new Map<string, Unit>();
  for (const definition of [...METRIC, ...OTHER, ...ANGLES, ...MONEY, ...DIMENSIONLESS]) {
    const unit = unitOf(definition);
    addAll(symbols, definition[2], unit);
    addAll(names, definition[3], unit);
  }
  for (const definition of METRIC) {
    const unit = unitOf(definition);
    for (const symbol of definition[2].split(",")) metricSymbols.set(symbol, unit);
    for (const name of definition[3].split(",")) metricNames.set(name, unit);
  }
  for (const empty of [metricSymbols, metricNames]) empty.delete("");
  addTemperatures(symbols, names);
  const index: UnitIndex = { symbols, names, metricSymbols, metricNames };
  for (const [unit, chinese] of CHINESE) {
    for (const reading of readingsIn(index, unit)) addAll(symbols, chinese, reading);
  }
  return index;
}

function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(1n, power) : rational(power);
}

/** A metric unit with a prefix, as in `km` (`part` 0) or `kilometer` (`part` 1). */
function prefixed(units: ReadonlyMap<string, Unit>, word: string, part: 0 | 1): Readings {
  for (const prefix of PREFIXES) {
    const start = prefix[part];
    if (!word.startsWith(start)) continue;
    const unit = units.get(word.slice(start.length));
    if (unit !== undefined) return [scaled(unit, powerOfTen(prefix[2]))];
  }
  return [];
}

function readingsIn(index: UnitIndex, word: string): Readings {
  const symbol = index.symbols.get(word);
  if (symbol !== undefined) return symbol;
  const symbols = prefixed(index.metricSymbols, word, 0);
  if (symbols.length > 0) return symbols;
  const name = word
    .split(" ")
    .map((part) => singular(part.toLowerCase()))
    .join(" ");
  return index.names.get(name) ?? prefixed(index.metricNames, name, 1);
}

let built: UnitIndex | undefined;

/** What a word, or two words with a space between them, may mean as a unit; nothing if it is no unit. */
export function readingsOf(word: string): Readings {
  built ??= buildIndex();
  return readingsIn(built, word);
}
