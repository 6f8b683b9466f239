import { bitLength, toNumber } from "../rational.js";
import type { FunctionName, Node } from "../ast.js";

/** Decimal exponents that bound a value: about `10^num / 10^den` written as one fraction. */
interface Height {
  readonly num: number;
  readonly den: number;
}

const LOG_2 = Math.log10(2);
const LOG_E = Math.log10(Math.E);
/** The free symbols take whole numbers below 8. */
const SYMBOL: Height = { num: 0.9, den: 0 };
const MARGIN = 30;

/**
 * How many significant digits tell two expressions apart that are not equal, at the points of the numeric check: twice
 * the digits of the largest whole number that writing them as fractions could need, and a margin. A proof for
 * rational functions, a safe estimate for others. Infinity where a value has no useful bound.
 */
export function digitsToCompare(left: Node, right: Node): number {
  const height = ofSum([heightOf(left), heightOf(right)]);
  return Math.ceil(MARGIN + 2 * (height.num + height.den));
}

function heightOf(node: Node): Height {
  switch (node.kind) {
    case "number":
      return { num: bitLength(node.value.num) * LOG_2, den: (bitLength(node.value.den) - 1) * LOG_2 };
    case "symbol":
      return SYMBOL;
    case "constant":
      return { num: 0.5, den: 0 };
    case "sum":
      return ofSum(node.terms.map(heightOf));
    case "product":
      return ofProduct(node.factors.map(heightOf));
    case "negation":
      return heightOf(node.operand);
    case "quotient":
      return ofProduct([heightOf(node.numerator), inverted(heightOf(node.denominator))]);
    case "power":
      return ofPower(heightOf(node.base), node.exponent);
    case "call":
      return ofCall(node.name, node.args.map(heightOf));
    case "derivative":
      return scaled(heightOf(node.body), node.order + 1);
    default:
      // The terms of a big operator are counted by their bounds, which are not known here.
      return { num: 100, den: 100 };
  }
}

function inverted({ num, den }: Height): Height {
  return { num: den, den: num };
}

function scaled({ num, den }: Height, factor: number): Height {
  return { num: num * factor, den: den * factor };
}

function ofProduct(heights: readonly Height[]): Height {
  return { num: total(heights.map(({ num }) => num)), den: total(heights.map(({ den }) => den)) };
}

function ofSum(heights: readonly Height[]): Height {
  const den = total(heights.map((each) => each.den));
  const largest = heights.reduce((most, each) => Math.max(most, each.num + den - each.den), 0);
  return { num: largest + Math.log10(heights.length), den };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function ofPower(base: Height, exponent: Node): Height {
  if (exponent.kind === "number") return scaled(base, magnitudeOf(exponent));
  const either = base.num + base.den;
  return scaled({ num: either, den: either }, magnitudeOf(exponent));
}

/** An upper bound of the absolute value at the points of the numeric check, where symbols stay below 8. */
function magnitudeOf(node: Node): number {
  switch (node.kind) {
    case "number":
      return toNumber(node.value);
    case "symbol":
      return 8;
    case "constant":
      return 4;
    case "sum":
      return total(node.terms.map(magnitudeOf));
    case "product":
      return node.factors.map(magnitudeOf).reduce((product, value) => product * value, 1);
    case "negation":
      return magnitudeOf(node.operand);
    case "quotient":
      return (
        magnitudeOf(node.numerator) * 10 ** heightOf(node.denominator).den * reciprocalBound(node.denominator)
      );
    default:
      return 10 ** heightOf(node).num;
  }
}

/** A number's own reciprocal; for the rest, a value may be as small as its height allows. */
function reciprocalBound(node: Node): number {
  return node.kind === "number" ? 1 / magnitudeOf(node) : 10 ** heightOf(node).num;
}

function ofCall(name: FunctionName, args: readonly Height[]): Height {
  const [first = SYMBOL] = args;
  const sensitivity = total(args.map(({ num, den }) => num + den));
  if (name === "root") return { num: sensitivity / 2, den: first.den / 2 };
  if (GROWING.has(name)) return { num: LOG_E * 10 ** first.num, den: 0 };
  if (FACTORIAL.has(name)) return { num: 10 ** first.num * Math.max(first.num, 1), den: 0 };
  return { num: sensitivity, den: 0 };
}

const GROWING: ReadonlySet<FunctionName> = new Set(["sinh", "cosh"]);
const FACTORIAL: ReadonlySet<FunctionName> = new Set(["factorial", "binomial", "permutations"]);
