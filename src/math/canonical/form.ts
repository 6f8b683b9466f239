import type { Node } from "../ast.js";
import type { Budget } from "../budget.js";
import type { Rational } from "../rational.js";

/** How expressions are read and how much work one call may take. */
export interface CanonicalOptions {
  readonly budget: Budget;
  /** The base of a bare `\log`. */
  readonly logBase: "e" | 10;
  /** Whether every variable stands for a positive number, so that `sqrt(x^2) = x` and `ln(x^2) = 2 ln(x)`. */
  readonly positive: boolean;
}

/** What one call shares: its options and the generators that it has met. */
export interface Context {
  readonly options: CanonicalOptions;
  readonly spend: (operations: number) => void;
  readonly generators: Map<string, Generator>;
  readonly canonicalize: (node: Node) => Quotient;
}

/** Thrown where an expression has no canonical form here, among them `0/0`; caught at the entry points. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}

/** `generator ** (num / den)`, reduced, `den` positive and `num` not 0. Both are safe integers. */
export interface Factor {
  readonly generator: Generator;
  readonly num: number;
  readonly den: number;
}

/** Factors in the order of their generators. Equal monomials of one context have equal keys. */
export interface Monomial {
  readonly factors: readonly Factor[];
  readonly key: string;
  /** Whether a prime stands here with an exponent too large to multiply out. */
  readonly huge: boolean;
}

export interface Term {
  readonly coefficient: Rational;
  readonly monomial: Monomial;
}

/** A sum of terms by the keys of their monomials; no coefficient is 0. */
export type Polynomial = ReadonlyMap<string, Term>;

/** A rational function of the generators; a denominator that is not `null` has two terms or more. */
export interface Quotient {
  readonly num: Polynomial;
  readonly den: Polynomial | null;
}

interface Identity {
  /** The place in the order of the context. */
  readonly index: number;
  readonly key: string;
  /** How many generators it is made of, itself among them. */
  readonly weight: number;
}

export interface SymbolGenerator extends Identity {
  readonly kind: "symbol";
  readonly name: string;
}

interface ImaginaryGenerator extends Identity {
  readonly kind: "imaginary";
}

interface PiGenerator extends Identity {
  readonly kind: "pi";
}

/** A prime number; its whole powers are multiplied into the coefficient unless they are huge. */
interface PrimeGenerator extends Identity {
  readonly kind: "prime";
  readonly value: bigint;
  readonly bits: number;
}

/** `base ** exponent`: `e` is `e ** 1`, `e^{ix}` makes sines and cosines, `2^n` has a prime as its base. */
export interface PowerGenerator extends Identity {
  readonly kind: "power";
  readonly base: "e" | bigint | Quotient;
  readonly exponent: Monomial;
}

/** `-1 = e^{i pi}`; only its broken powers, the roots of unity without radicals, are left in monomials. */
interface UnityGenerator extends Identity {
  readonly kind: "unity";
}

/** `(-1) ** exponent` where the exponent takes integer values only. */
interface ParityGenerator extends Identity {
  readonly kind: "parity";
  readonly exponent: Monomial;
}

/** The natural logarithm of a prime or of an expression, or of its absolute value. */
export interface LogarithmGenerator extends Identity {
  readonly kind: "logarithm";
  readonly argument: bigint | Quotient;
  readonly ofMagnitude: boolean;
}

/** An expression whose broken powers are roots; exponents are between 0 and 1. */
interface RadicalGenerator extends Identity {
  readonly kind: "radical";
  readonly radicand: Polynomial;
}

/** The absolute value of a real expression; exponents are between 0 and 2. */
interface AbsoluteGenerator extends Identity {
  readonly kind: "absolute";
  readonly operand: Polynomial;
  readonly square: Polynomial;
}

/** A function value about which only its name and arguments are known. */
export interface OpaqueGenerator extends Identity {
  readonly kind: "opaque";
  readonly name: string;
  readonly args: readonly Quotient[];
  /** The expression, where the arguments do not tell it. */
  readonly node: Node | null;
}

export type Generator =
  | SymbolGenerator
  | ImaginaryGenerator
  | PiGenerator
  | PrimeGenerator
  | PowerGenerator
  | UnityGenerator
  | ParityGenerator
  | LogarithmGenerator
  | RadicalGenerator
  | AbsoluteGenerator
  | OpaqueGenerator;
