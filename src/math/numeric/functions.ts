import type { FunctionName } from "../ast.js";
import type { Field } from "./field.js";

/** A function of one complex number over any field. */
export type Unary = <V>(field: Field<V>, a: V) => V;

const subtract = <V>(field: Field<V>, a: V, b: V): V => field.add(a, field.negate(b));
const inverse = <V>(field: Field<V>, a: V): V => field.divide(field.one, a);
const half = <V>(field: Field<V>, a: V): V => field.divide(a, field.fromNumber(2));

/** `(1 - x) (1 + x)` for a real `x`; undefined for others. */
function oneMinusSquare<V>(field: Field<V>, x: V): V {
  if (!field.isReal(x)) return field.undefined;
  return field.multiply(subtract(field, field.one, x), field.add(field.one, x));
}

function asin<V>(field: Field<V>, x: V): V {
  const rest = oneMinusSquare(field, x);
  if (field.sign(rest) === -1) return field.undefined;
  const ratio = field.divide(x, field.add(field.one, field.sqrt(rest)));
  const angle = field.atan(ratio);
  return field.add(angle, angle);
}

const acos: Unary = (field, x) => subtract(field, half(field, field.pi()), asin(field, x));

/** Only of positive numbers: authors differ about the others. */
function acot<V>(field: Field<V>, x: V): V {
  const sign = field.sign(x);
  if (sign === 0) return half(field, field.pi());
  return sign === 1 ? field.atan(inverse(field, x)) : field.undefined;
}

function asinh<V>(field: Field<V>, x: V): V {
  if (!field.isReal(x)) return field.undefined;
  if (field.sign(x) === -1) return field.negate(asinh(field, field.negate(x)));
  const root = field.sqrt(field.add(field.multiply(x, x), field.one));
  return field.ln(field.add(x, root));
}

function acosh<V>(field: Field<V>, x: V): V {
  const over = subtract(field, x, field.one);
  const sign = field.sign(over);
  if (!field.isReal(x) || sign === null || sign === -1) return field.undefined;
  const root = field.sqrt(field.multiply(over, field.add(x, field.one)));
  return field.ln(field.add(x, root));
}

/** `ln(a / b) / 2` of a positive real quotient. */
function halfLogarithm<V>(field: Field<V>, a: V, b: V): V {
  const quotient = field.divide(a, b);
  return field.sign(quotient) === 1 ? half(field, field.ln(quotient)) : field.undefined;
}

const atanh: Unary = (field, x) =>
  halfLogarithm(field, field.add(field.one, x), subtract(field, field.one, x));
const acoth: Unary = (field, x) =>
  halfLogarithm(field, field.add(x, field.one), subtract(field, x, field.one));

/** What decays is observed, because it vanishes in the sum that follows. */
function exponentials<V>(field: Field<V>, x: V): readonly [rising: V, falling: V] {
  return [field.observe(field.exp(x)), field.observe(field.exp(field.negate(x)))];
}

function sinh<V>(field: Field<V>, x: V): V {
  const [rising, falling] = exponentials(field, x);
  return half(field, subtract(field, rising, falling));
}

function cosh<V>(field: Field<V>, x: V): V {
  const [rising, falling] = exponentials(field, x);
  return half(field, field.add(rising, falling));
}

function tanh<V>(field: Field<V>, x: V): V {
  if (field.sign(field.re(x)) === -1) return field.negate(tanh(field, field.negate(x)));
  const decay = field.observe(field.exp(field.negate(field.add(x, x))));
  return field.divide(subtract(field, field.one, decay), field.add(field.one, decay));
}

const tan: Unary = (field, x) => field.divide(field.sin(x), field.cos(x));
const cot: Unary = (field, x) => field.divide(field.cos(x), field.sin(x));

/** To the nearest integer; halves have no agreed neighbour. */
function round<V>(field: Field<V>, x: V): V {
  const moved = field.add(x, half(field, field.one));
  return field.toInteger(moved) === null ? field.floor(moved) : field.undefined;
}

function signum<V>(field: Field<V>, x: V): V {
  const sign = field.sign(x);
  return sign === null ? field.undefined : field.fromNumber(sign);
}

function conjugate<V>(field: Field<V>, a: V): V {
  if (field.isReal(a)) return a;
  return subtract(field, field.re(a), field.multiply(field.i, field.im(a)));
}

function argument<V>(field: Field<V>, a: V): V {
  return field.sign(a) === 1 ? field.zero : field.im(field.ln(a));
}

/** Degrees as an angle in radians. */
const degrees: Unary = (field, x) => field.divide(field.multiply(x, field.pi()), field.fromNumber(180));

/** The functions of one argument that are the same under every option. */
export const UNARY: Partial<Record<FunctionName, Unary>> = {
  sin: (field, x) => field.sin(x),
  cos: (field, x) => field.cos(x),
  tan,
  cot,
  sec: (field, x) => inverse(field, field.cos(x)),
  csc: (field, x) => inverse(field, field.sin(x)),
  asin,
  acos,
  atan: (field, x) => field.atan(x),
  acot,
  asec: (field, x) => acos(field, inverse(field, x)),
  acsc: (field, x) => asin(field, inverse(field, x)),
  sinh,
  cosh,
  tanh,
  coth: (field, x) => inverse(field, tanh(field, x)),
  sech: (field, x) => inverse(field, cosh(field, x)),
  csch: (field, x) => inverse(field, sinh(field, x)),
  asinh,
  acosh,
  atanh,
  acoth,
  asech: (field, x) => acosh(field, inverse(field, x)),
  acsch: (field, x) => asinh(field, inverse(field, x)),
  ln: (field, x) => field.ln(x),
  abs: (field, x) => field.abs(x),
  norm: (field, x) => field.abs(x),
  floor: (field, x) => field.floor(x),
  ceil: (field, x) => field.negate(field.floor(field.negate(x))),
  round,
  sign: signum,
  re: (field, x) => field.re(x),
  im: (field, x) => field.im(x),
  arg: argument,
  conjugate,
  degrees,
  percent: (field, x) => field.divide(x, field.fromNumber(100)),
};
