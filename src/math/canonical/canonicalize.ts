import type { CallNode, Node, ProductNode, SumNode } from "../ast.js";
import { ONE, multiply as multiplyRationals } from "../rational.js";
import { bigOperator, derivative } from "./calculus/index.js";
import { power } from "./exponentials.js";
import {
  Unsupported,
  type CanonicalOptions,
  type Context,
  type Generator,
  type Quotient,
  type Term,
} from "./form.js";
import { FUNCTIONS } from "./functions/index.js";
import {
  imaginaryGenerator,
  opaqueGenerator,
  piGenerator,
  powerGenerator,
  symbolGenerator,
} from "./generators.js";
import { logarithmOfMagnitude } from "./logarithms.js";
import { UNIT } from "./monomial.js";
import { addInto } from "./polynomial.js";
import {
  ONE_QUOTIENT,
  add,
  divide,
  fromGenerator,
  fromPolynomial,
  fromRational,
  multiply,
  negateQuotient,
  scale,
} from "./quotient.js";

const MAX_DEPTH = 300;

/** How many microseconds an operation, such as the multiplication of two terms, takes before its code is compiled. */
const OPERATION_COST = 5;

/** A call's shared state. The generators that two expressions share are found by canonicalising both in one context. */
export function createContext(options: CanonicalOptions): Context {
  let depth = 0;
  const context: Context = {
    options,
    spend: (operations) => options.budget.spend(operations * OPERATION_COST),
    generators: new Map<string, Generator>(),
    canonicalize: (node) => {
      if (++depth > MAX_DEPTH) throw new Unsupported("the expression is too deep");
      context.spend(1);
      const result = canonicalizeNode(context, node);
      depth--;
      return result;
    },
  };
  return context;
}

function canonicalizeNode(context: Context, node: Node): Quotient {
  switch (node.kind) {
    case "number":
      return fromRational(node.value);
    case "symbol":
      return fromGenerator(symbolGenerator(context, node.name));
    case "constant":
      return constant(context, node.name);
    case "negation":
      return negateQuotient(context.canonicalize(node.operand));
    case "sum":
      return sum(context, node);
    case "product":
      return product(context, node);
    case "quotient":
      return divide(context, context.canonicalize(node.numerator), context.canonicalize(node.denominator));
    case "power":
      return power(context, context.canonicalize(node.base), context.canonicalize(node.exponent));
    case "call":
      return call(context, node);
    case "application": {
      const args = node.args.map(context.canonicalize);
      return fromGenerator(opaqueGenerator(context, `apply ${node.name}`, args));
    }
    case "big_operator":
      return bigOperator(context, node);
    case "derivative":
      return derivative(context, node);
    default:
      throw new Unsupported(`a ${node.kind} is no scalar expression`);
  }
}

function constant(context: Context, name: "pi" | "e" | "i" | "infinity"): Quotient {
  switch (name) {
    case "pi":
      return fromGenerator(piGenerator(context));
    case "e":
      return fromGenerator(powerGenerator(context, "e", UNIT));
    case "i":
      return fromGenerator(imaginaryGenerator(context));
    case "infinity":
      throw new Unsupported("infinity is no number");
  }
}

function sum(context: Context, { terms }: SumNode): Quotient {
  const total = new Map<string, Term>();
  let fractions: Quotient | null = null;
  for (const term of terms) {
    const negated = term.kind === "negation";
    const value = context.canonicalize(negated ? term.operand : term);
    if (value.den === null) addInto(context, total, value.num, negated ? -1 : 1);
    else {
      const signed = negated ? negateQuotient(value) : value;
      fractions = fractions === null ? signed : add(context, fractions, signed);
    }
  }
  const whole = fromPolynomial(total);
  return fractions === null ? whole : add(context, whole, fractions);
}

function product(context: Context, { factors }: ProductNode): Quotient {
  let coefficient = ONE;
  let result = ONE_QUOTIENT;
  for (const factor of factors) {
    if (factor.kind === "number") coefficient = multiplyRationals(coefficient, factor.value);
    else {
      const value = context.canonicalize(factor);
      result = result === ONE_QUOTIENT ? value : multiply(context, result, value);
    }
  }
  return scale(context, result, coefficient);
}

function call(context: Context, { name, args }: CallNode): Quotient {
  const apply = FUNCTIONS.get(name);
  if (apply === undefined) throw new Unsupported(`${name} has no canonical form`);
  const [first] = args;
  if (name === "ln" && first?.kind === "call" && first.name === "abs" && first.args[0] !== undefined)
    return logarithmOfMagnitude(context, context.canonicalize(first.args[0]));
  return apply(context, ...args.map(context.canonicalize));
}
