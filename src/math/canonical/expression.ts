import type { FunctionName, Node } from "../ast.js";
import type { Rational } from "../rational.js";
import type { Factor, Generator, Monomial, Polynomial, Quotient, Term } from "./form.js";

function integerNode(value: bigint): Node {
  return { kind: "number", value: { num: value, den: 1n }, literal: value.toString(), decimals: null };
}

/** A positive or negative rational number as it is written. */
export function rationalNode({ num, den }: Rational): Node {
  const size = integerNode(num < 0n ? -num : num);
  const node: Node = den === 1n ? size : { kind: "quotient", numerator: size, denominator: integerNode(den) };
  return num < 0n ? { kind: "negation", operand: node } : node;
}

function call(name: FunctionName, ...args: readonly Node[]): Node {
  return { kind: "call", name, args };
}

function product(factors: readonly Node[]): Node {
  const [only] = factors;
  if (only === undefined) return integerNode(1n);
  return factors.length === 1 ? only : { kind: "product", factors };
}

function powerNode(base: Node, num: number, den: number): Node {
  if (num === 1 && den === 1) return base;
  if (num === 1) return call("root", base, integerNode(BigInt(den)));
  return { kind: "power", base, exponent: rationalNode({ num: BigInt(num), den: BigInt(den) }) };
}

/** The exponent of a power generator times the exponent that it has in a monomial. */
function exponentNode(exponent: Monomial, num: number, den: number): Node {
  return termNode({ coefficient: { num: BigInt(num), den: BigInt(den) }, monomial: exponent });
}

function factorNode({ generator, num, den }: Factor): Node {
  switch (generator.kind) {
    case "power": {
      const base = baseNode(generator.base);
      if (generator.exponent.factors.length === 0) return powerNode(base, num, den);
      return { kind: "power", base, exponent: exponentNode(generator.exponent, num, den) };
    }
    case "parity":
      return {
        kind: "power",
        base: rationalNode({ num: -1n, den: 1n }),
        exponent: exponentNode(generator.exponent, num, den),
      };
    case "unity": {
      const angle: Node[] = [
        { kind: "constant", name: "i" },
        { kind: "constant", name: "pi" },
        rationalNode({ num: BigInt(num), den: BigInt(den) }),
      ];
      return { kind: "power", base: { kind: "constant", name: "e" }, exponent: product(angle) };
    }
    default:
      return powerNode(generatorNode(generator), num, den);
  }
}

function baseNode(base: "e" | bigint | Quotient): Node {
  if (base === "e") return { kind: "constant", name: "e" };
  return typeof base === "bigint" ? integerNode(base) : toNode(base);
}

function generatorNode(generator: Exclude<Generator, { kind: "power" | "parity" | "unity" }>): Node {
  switch (generator.kind) {
    case "symbol":
      return { kind: "symbol", name: generator.name };
    case "imaginary":
      return { kind: "constant", name: "i" };
    case "pi":
      return { kind: "constant", name: "pi" };
    case "prime":
      return integerNode(generator.value);
    case "logarithm": {
      const argument = baseNode(generator.argument);
      return call("ln", generator.ofMagnitude ? call("abs", argument) : argument);
    }
    case "radical":
      return polynomialNode(generator.radicand);
    case "absolute":
      return call("abs", polynomialNode(generator.operand));
    case "opaque":
      return opaqueNode(generator.name, generator.args, generator.node);
  }
}

function opaqueNode(name: string, args: readonly Quotient[], node: Node | null): Node {
  if (node !== null) return node;
  const [first] = args;
  if (name.startsWith("apply ")) return { kind: "application", name: name.slice(6), args: args.map(toNode) };
  if (name === "inverse" && first !== undefined)
    return { kind: "quotient", numerator: integerNode(1n), denominator: toNode(first) };
  return { kind: "call", name: name as FunctionName, args: args.map(toNode) };
}

function termNode({ coefficient, monomial }: Term): Node {
  const { num, den } = coefficient;
  const negative = num < 0n;
  const size = { num: negative ? -num : num, den };
  const factors = monomial.factors.map(factorNode);
  const isOne = size.num === 1n && den === 1n;
  const node = product(isOne && factors.length > 0 ? factors : [rationalNode(size), ...factors]);
  return negative ? { kind: "negation", operand: node } : node;
}

function polynomialNode(polynomial: Polynomial): Node {
  const terms = [...polynomial.values()].map(termNode);
  const [only] = terms;
  if (only === undefined) return integerNode(0n);
  return terms.length === 1 ? only : { kind: "sum", terms };
}

/** The expression of a canonical form; its own canonical form is the same one. */
export function toNode({ num, den }: Quotient): Node {
  const numerator = polynomialNode(num);
  return den === null ? numerator : { kind: "quotient", numerator, denominator: polynomialNode(den) };
}
