import type { ApplicationNode, BigOperatorNode, CallNode, Node, PowerNode } from "../ast.js";
import { uninterpreted } from "./application.js";
import { finiteOperator, infiniteSum } from "./big-operator.js";
import { determinant } from "./determinant.js";
import { binomial, extremum, factorial, gcd, lcm, mod, permutations } from "./discrete.js";
import { exactRational } from "./exact-rational.js";
import type { Field } from "./field.js";
import { type Unary, UNARY } from "./functions.js";
import { nthRoot, power, rationalPower } from "./power.js";

/** Computes the value of an expression at the present values of its symbols. */
export type Program<V> = () => V;

/** Where programs run: the arithmetic, what they may spend, and the values of the symbols. */
export interface Machine<V> {
  readonly field: Field<V>;
  readonly spend: (operations: number) => void;
  readonly logBase: "e" | 10;
  /** The value of each symbol; programs read it when they run, and bound variables are written to it. */
  readonly values: Map<string, { value: V }>;
}

const MAX_INDEX = 1_000_000;
const COMPILE_COST = 0.2;
const COMPLEX_FACTOR = 3;

/**
 * Translates an expression once, so that it can be evaluated at many points. What has no numeric value (infinity,
 * sets, relations, limits, integrals, derivatives, units) is undefined. Running a program throws what `spend` throws.
 */
export function compile<V>(node: Node, machine: Machine<V>): Program<V> {
  const { field, spend } = machine;
  spend(COMPILE_COST);
  const program = compileKind(node, machine);
  return () => {
    spend(field.arithmeticCost);
    return field.observe(program());
  };
}

function compileKind<V>(node: Node, machine: Machine<V>): Program<V> {
  const { field } = machine;
  switch (node.kind) {
    case "sum":
      return compileFold(node.terms, machine, field.add);
    case "product":
      return compileFold(node.factors, machine, field.multiply);
    case "negation": {
      const operand = compile(node.operand, machine);
      return () => field.negate(operand());
    }
    case "quotient":
      return compileQuotient(node.numerator, node.denominator, machine);
    case "ratio": {
      const [first, second, ...rest] = node.parts;
      const isPair = first !== undefined && second !== undefined && rest.length === 0;
      return isPair ? compileQuotient(first, second, machine) : () => field.undefined;
    }
    case "power":
      return compilePower(node, machine);
    case "call":
      return compileCall(node, machine);
    case "application":
      return compileApplication(node, machine);
    case "big_operator":
      return compileBigOperator(node, machine);
    default:
      return compileLeaf(node, machine);
  }
}

function compileLeaf<V>(node: Node, { field, values }: Machine<V>): Program<V> {
  if (node.kind === "number") {
    const value = field.fromRational(node.value);
    return () => value;
  }
  if (node.kind === "constant") {
    const value = constantValue(node.name, field);
    return () => value;
  }
  const cell = node.kind === "symbol" ? values.get(node.name) : undefined;
  return cell === undefined ? () => field.undefined : () => cell.value;
}

function constantValue<V>(name: "pi" | "e" | "i" | "infinity", field: Field<V>): V {
  if (name === "pi") return field.pi();
  if (name === "e") return field.e();
  return name === "i" ? field.i : field.undefined;
}

function compileFold<V>(nodes: readonly Node[], machine: Machine<V>, combine: (a: V, b: V) => V): Program<V> {
  const programs = nodes.map((node) => compile(node, machine));
  const [first, second] = programs;
  if (first === undefined) return () => machine.field.undefined;
  if (second !== undefined && programs.length === 2) return () => combine(first(), second());
  const rest = programs.slice(1);
  return () => {
    let total = first();
    for (const program of rest) total = combine(total, program());
    return total;
  };
}

function compileQuotient<V>(numerator: Node, denominator: Node, machine: Machine<V>): Program<V> {
  const [dividend, divisor] = [compile(numerator, machine), compile(denominator, machine)];
  return () => machine.field.divide(dividend(), divisor());
}

/** What a function of this argument takes: that of a complex number is made of several of real ones. */
function costOf<V>({ functionCost, isReal }: Field<V>, argument: V): number {
  return isReal(argument) ? functionCost : COMPLEX_FACTOR * functionCost;
}

function compilePower<V>(node: PowerNode, machine: Machine<V>): Program<V> {
  const { field, spend } = machine;
  const base = compile(node.base, machine);
  const literal = exactRational(node.exponent);
  if (literal !== null) return () => rationalPower(field, spend, base(), literal);
  const exponent = compile(node.exponent, machine);
  if (node.base.kind === "constant" && node.base.name === "e") {
    return () => {
      const value = exponent();
      spend(costOf(field, value));
      return field.exp(value);
    };
  }
  return () => power(field, spend, base(), exponent());
}

function compileRoot<V>(radicand: Node, index: Node, machine: Machine<V>): Program<V> {
  const { field, spend } = machine;
  const base = compile(radicand, machine);
  const literal = exactRational(index);
  const order = literal?.den === 1n ? Number(literal.num) : 0;
  if (order > 0 && order <= MAX_INDEX) {
    const functions = order === 2 ? 1 : 2;
    return () => {
      const value = base();
      spend(functions * costOf(field, value));
      return nthRoot(field, value, order);
    };
  }
  const degree = compile(index, machine);
  return () => power(field, spend, base(), field.divide(field.one, degree()));
}

type Several = <V>(machine: Machine<V>, args: readonly V[]) => V;

/** The logarithm to a base; an integer where it is one, such as that of 8 to the base 2. */
function logarithm<V>({ field }: Machine<V>, argument: V, base: V): V {
  const value = field.divide(field.ln(argument), field.ln(base));
  const [whole, root] = [field.toInteger(argument), field.toInteger(base)];
  if (whole === null || root === null || whole < 1n || root < 2n) return value;
  const nearest = Math.round(field.toDouble(value).re);
  return nearest < 2_000 && root ** BigInt(nearest) === whole ? field.fromNumber(nearest) : value;
}

function binary(compute: <V>(machine: Machine<V>, a: V, b: V) => V): Several {
  return (machine, [a, b, ...rest]) =>
    a === undefined || b === undefined || rest.length > 0 ? machine.field.undefined : compute(machine, a, b);
}

const SEVERAL: Partial<Record<CallNode["name"], Several>> = {
  log: (machine, args) => {
    const { field, logBase } = machine;
    machine.spend(2 * field.functionCost);
    const [argument, base, ...rest] = args;
    if (argument === undefined || rest.length > 0) return field.undefined;
    if (base !== undefined) return logarithm(machine, argument, base);
    return logBase === "e" ? field.ln(argument) : logarithm(machine, argument, field.fromNumber(10));
  },
  factorial: ({ field, spend }, [n]) => (n === undefined ? field.undefined : factorial(field, spend, n, 1)),
  double_factorial: ({ field, spend }, [n]) =>
    n === undefined ? field.undefined : factorial(field, spend, n, 2),
  binomial: binary(({ field, spend }, n, k) => binomial(field, spend, n, k)),
  permutations: binary(({ field, spend }, n, k) => permutations(field, spend, n, k)),
  mod: binary(({ field }, a, b) => mod(field, a, b)),
  gcd: ({ field }, args) => gcd(field, args),
  lcm: ({ field }, args) => lcm(field, args),
  max: ({ field }, args) => extremum(field, args, 1),
  min: ({ field }, args) => extremum(field, args, -1),
};

function compileCall<V>(node: CallNode, machine: Machine<V>): Program<V> {
  const { field } = machine;
  const [first, second] = node.args;
  if (first === undefined) return () => field.undefined;
  if (node.name === "root" && second !== undefined) return compileRoot(first, second, machine);
  if (first.kind === "matrix") return compileMatrixCall(node.name, first.rows, machine);
  const args = node.args.map((arg) => compile(arg, machine));
  const several = SEVERAL[node.name];
  if (several !== undefined) {
    return () =>
      several(
        machine,
        args.map((arg) => arg()),
      );
  }
  const unary = UNARY[node.name];
  const [only] = args;
  return unary === undefined || only === undefined || args.length > 1
    ? () => field.undefined
    : compileUnary(unary, CHEAP.has(node.name) ? 0 : 1, only, machine);
}

/** What costs no more than the arithmetic that every node pays for. */
const CHEAP: ReadonlySet<CallNode["name"]> = new Set([
  "abs",
  "floor",
  "ceil",
  "round",
  "sign",
  "re",
  "im",
  "conjugate",
  "percent",
]);

function compileUnary<V>(
  unary: Unary,
  functions: number,
  argument: Program<V>,
  { field, spend }: Machine<V>,
): Program<V> {
  return () => {
    const value = argument();
    spend(functions * costOf(field, value));
    return unary(field, value);
  };
}

function compileMatrixCall<V>(
  name: CallNode["name"],
  rows: readonly (readonly Node[])[],
  machine: Machine<V>,
): Program<V> {
  const { field, spend } = machine;
  const programs = rows.map((row) => row.map((entry) => compile(entry, machine)));
  if (name === "determinant") {
    return () => {
      const values = programs.map((row) => row.map((entry) => entry()));
      return determinant(field, values, spend);
    };
  }
  const isSquare = rows.every((row) => row.length === rows.length);
  if (name !== "trace" || !isSquare) return () => field.undefined;
  const diagonal = programs.flatMap((row, index) => row.slice(index, index + 1));
  return () => diagonal.map((entry) => entry()).reduce(field.add, field.zero);
}

function compileApplication<V>(node: ApplicationNode, machine: Machine<V>): Program<V> {
  const { field, spend } = machine;
  const standIn = uninterpreted(node.name);
  const args = node.args.map((arg) => compile(arg, machine));
  return () => {
    spend(field.arithmeticCost * 8 * (args.length + 1));
    return standIn(
      field,
      args.map((arg) => arg()),
    );
  };
}

function compileBigOperator<V>(node: BigOperatorNode, machine: Machine<V>): Program<V> {
  const { field, spend, values } = machine;
  const { operator, lower, upper, variable } = node;
  if ((operator !== "sum" && operator !== "product") || lower === null || upper === null) {
    return () => field.undefined;
  }
  const start = compile(lower, machine);
  const cell = { value: field.undefined };
  const inner = compile(node.body, { ...machine, values: new Map(values).set(variable, cell) });
  const body = (index: number): V => {
    cell.value = field.fromNumber(index);
    return inner();
  };
  if (upper.kind === "constant" && upper.name === "infinity") {
    return () => (operator === "sum" ? infiniteSum(field, spend, body, start()) : field.undefined);
  }
  const end = compile(upper, machine);
  return () => finiteOperator(field, spend, operator, body, start(), end());
}
