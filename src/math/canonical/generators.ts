import { Exhausted } from "../budget.js";
import { bitLength } from "../rational.js";
import type { Node } from "../ast.js";
import type { Context, Generator, Monomial, Polynomial, Quotient, SymbolGenerator } from "./form.js";

/** Generators of more parts are refused, so that walking through one takes bounded time. */
const MAX_WEIGHT = 300;

/** What a generator is beside its place in the context. */
type Part = Monomial | Polynomial | Quotient;

function weigh(part: Part): number {
  if ("factors" in part) return part.factors.reduce((sum, { generator }) => sum + generator.weight, 0);
  if ("num" in part) return weigh(part.num) + (part.den === null ? 0 : weigh(part.den));
  let sum = 0;
  for (const { monomial } of part.values()) sum += 1 + weigh(monomial);
  return sum;
}

/** The generator of a key, made of the given parts where it is new. */
function intern(
  context: Context,
  key: string,
  parts: readonly Part[],
  create: (index: number, weight: number) => Generator,
): Generator {
  const known = context.generators.get(key);
  if (known !== undefined) return known;
  const weight = parts.reduce((sum, part) => sum + weigh(part), 1);
  if (weight > MAX_WEIGHT) throw new Exhausted("an expression is nested too deeply");
  context.spend(weight / 10);
  const created = create(context.generators.size, weight);
  context.generators.set(key, created);
  return created;
}

/** The key of a polynomial: equal polynomials of one context have equal keys. */
export function polynomialKey(polynomial: Polynomial): string {
  const parts: string[] = [];
  for (const [key, { coefficient }] of polynomial) {
    const { num, den } = coefficient;
    parts.push(`${num.toString(36)}${den === 1n ? "" : `/${den.toString(36)}`}*${key}`);
  }
  return parts.sort().join("+");
}

/** The key of a quotient: quotients with equal keys are equal. */
export function quotientKey({ num, den }: Quotient): string {
  return den === null ? polynomialKey(num) : `${polynomialKey(num)}|${polynomialKey(den)}`;
}

export function symbolGenerator(context: Context, name: string): SymbolGenerator {
  const key = `symbol ${name}`;
  return intern(context, key, [], (index, weight) => ({
    kind: "symbol",
    index,
    key,
    weight,
    name,
  })) as SymbolGenerator;
}

export function imaginaryGenerator(context: Context): Generator {
  return intern(context, "i", [], (index, weight) => ({ kind: "imaginary", index, key: "i", weight }));
}

export function piGenerator(context: Context): Generator {
  return intern(context, "pi", [], (index, weight) => ({ kind: "pi", index, key: "pi", weight }));
}

export function unityGenerator(context: Context): Generator {
  return intern(context, "unity", [], (index, weight) => ({ kind: "unity", index, key: "unity", weight }));
}

/** `value` must be prime. */
export function primeGenerator(context: Context, value: bigint): Generator {
  const key = `prime ${value.toString(36)}`;
  const bits = bitLength(value);
  return intern(context, key, [], (index, weight) => ({ kind: "prime", index, key, weight, value, bits }));
}

export function powerGenerator(
  context: Context,
  base: "e" | bigint | Quotient,
  exponent: Monomial,
): Generator {
  const baseKey = typeof base === "object" ? `(${quotientKey(base)})` : base.toString(36);
  const key = `power ${baseKey}^${exponent.key}`;
  return intern(context, key, typeof base === "object" ? [base, exponent] : [exponent], (index, weight) => ({
    kind: "power",
    index,
    key,
    weight,
    base,
    exponent,
  }));
}

export function parityGenerator(context: Context, exponent: Monomial): Generator {
  const key = `parity ${exponent.key}`;
  return intern(context, key, [exponent], (index, weight) => ({
    kind: "parity",
    index,
    key,
    weight,
    exponent,
  }));
}

export function logarithmGenerator(
  context: Context,
  argument: bigint | Quotient,
  ofMagnitude: boolean,
): Generator {
  const argumentKey = typeof argument === "bigint" ? argument.toString(36) : `(${quotientKey(argument)})`;
  const key = `ln ${ofMagnitude ? "|" : ""}${argumentKey}`;
  return intern(context, key, typeof argument === "object" ? [argument] : [], (index, weight) => ({
    kind: "logarithm",
    index,
    key,
    weight,
    argument,
    ofMagnitude,
  }));
}

export function radicalGenerator(context: Context, radicand: Polynomial): Generator {
  const key = `radical ${polynomialKey(radicand)}`;
  return intern(context, key, [radicand], (index, weight) => ({
    kind: "radical",
    index,
    key,
    weight,
    radicand,
  }));
}

export function absoluteGenerator(context: Context, operand: Polynomial, square: Polynomial): Generator {
  const key = `absolute ${polynomialKey(operand)}`;
  return intern(context, key, [operand], (index, weight) => ({
    kind: "absolute",
    index,
    key,
    weight,
    operand,
    square,
  }));
}

export function opaqueGenerator(
  context: Context,
  name: string,
  args: readonly Quotient[],
  node: Node | null = null,
): Generator {
  const key = `opaque ${name}(${args.map(quotientKey).join(";")})`;
  return intern(context, key, args, (index, weight) => ({
    kind: "opaque",
    index,
    key,
    weight,
    name,
    args,
    node,
  }));
}
