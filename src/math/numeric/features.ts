import { type BigOperatorNode, type CallNode, children, type Node } from "../ast.js";
import { bitLength, toNumber } from "../rational.js";
import { isIndexedBy } from "../indexed-name.js";
import { exactRational } from "./exact-rational.js";

/**
 * What values a symbol is sampled at: any numbers, or small natural numbers; those that count out of (`upper`: the n of
 * `\binom{n}{k}`, the end of a sum) lie above those that are counted (`lower`); those of a `\gcd` share factors (`divisible`).
 */
export type SymbolRole = "any" | "integer" | "divisible" | "upper" | "lower";

/** What decides where expressions are sampled, and how precisely. */
export interface Features {
  readonly roles: Map<string, SymbolRole>;
  /** Absolute values of the literals, which mark where a branch may change. */
  readonly literals: Set<number>;
  /** Whether a branch is chosen by a symbol (an even root, a logarithm, an absolute value): real points, far and near. */
  branched: boolean;
  /** Whether the value jumps at integers or halves. */
  stepped: boolean;
  /** Whether the functions of complex analysis occur, so that branches are looked at off the real line too. */
  complex: boolean;
  /** Whether more than the four operations on integers is asked, so that no precision makes the result exact. */
  transcendental: boolean;
  /** The most bits of a literal's numerator or denominator. */
  literalBits: number;
  /** The height of the highest tree. */
  height: number;
}

const MAX_HEIGHT = 400;
const MAX_LITERALS = 8;
const MAX_LITERAL = 1e15;

type CallFeature = "branched" | "stepped" | "complex";

const CALL_FEATURES: Partial<Record<CallNode["name"], readonly CallFeature[]>> = {
  abs: ["branched"],
  norm: ["branched"],
  sign: ["branched", "stepped"],
  max: ["branched"],
  min: ["branched"],
  ln: ["branched"],
  log: ["branched"],
  root: ["branched"],
  asin: ["branched"],
  acos: ["branched"],
  atan: ["branched"],
  acot: ["branched"],
  asec: ["branched"],
  acsc: ["branched"],
  asinh: ["branched"],
  acosh: ["branched"],
  atanh: ["branched"],
  acoth: ["branched"],
  asech: ["branched"],
  acsch: ["branched"],
  floor: ["branched", "stepped"],
  ceil: ["branched", "stepped"],
  round: ["branched", "stepped"],
  mod: ["branched", "stepped"],
  re: ["complex"],
  im: ["complex"],
  arg: ["complex", "branched"],
  conjugate: ["complex"],
};

/** The roles that arguments give to the symbols in them. */
const ARGUMENT_ROLES: Partial<Record<CallNode["name"], readonly [SymbolRole, SymbolRole]>> = {
  factorial: ["integer", "integer"],
  double_factorial: ["integer", "integer"],
  binomial: ["upper", "lower"],
  permutations: ["upper", "lower"],
  gcd: ["divisible", "divisible"],
  lcm: ["divisible", "divisible"],
};

const EXACT_CALLS: ReadonlySet<CallNode["name"]> = new Set([
  "factorial",
  "double_factorial",
  "binomial",
  "permutations",
  "gcd",
  "lcm",
  "max",
  "min",
  "mod",
  "abs",
  "floor",
  "ceil",
  "determinant",
]);

export function createFeatures(): Features {
  return {
    roles: new Map(),
    literals: new Set(),
    branched: false,
    stepped: false,
    complex: false,
    transcendental: false,
    literalBits: 0,
    height: 0,
  };
}

type Bound = ReadonlySet<string>;
const UNBOUND: Bound = new Set();

/**
 * Adds what an expression holds to `features`.
 *
 * @returns `false` if some part of it has no numeric value, whatever the symbols are.
 */
export function scan(node: Node, features: Features): boolean {
  return scanNode(node, "any", UNBOUND, 0, features);
}

function scanNode(node: Node, role: SymbolRole, bound: Bound, height: number, features: Features): boolean {
  if (height > MAX_HEIGHT) return false;
  if (height > features.height) features.height = height;
  const all = (nodes: readonly Node[], as = role): boolean =>
    nodes.every((child) => scanNode(child, as, bound, height + 1, features));
  switch (node.kind) {
    case "number":
      return noteLiteral(node, features);
    case "symbol":
      return noteSymbol(node.name, role, bound, features);
    case "constant":
      features.transcendental ||= node.name !== "i";
      return node.name !== "infinity";
    case "sum":
    case "negation":
    case "product":
    case "quotient":
    case "ratio":
      return all(children(node));
    case "application":
      return isUnindexed(node.name, bound) && all(node.args);
    case "power":
      return all([node.base]) && all([node.exponent], notePower(node.base, node.exponent, role, features));
    case "call":
      return scanCall(node, role, bound, height, features);
    case "big_operator":
      return scanBigOperator(node, role, bound, height, features);
    default:
      return false;
  }
}

function noteLiteral(node: Node & { readonly kind: "number" }, features: Features): true {
  const { num, den } = node.value;
  features.literalBits = Math.max(features.literalBits, bitLength(num), bitLength(den));
  noteCritical(toNumber(node.value), features);
  return true;
}

function noteCritical(value: number, features: Features): void {
  if (value < MAX_LITERAL && features.literals.size < MAX_LITERALS) features.literals.add(value);
}

/** A name that changes with a bound index has no one value. */
function noteSymbol(name: string, role: SymbolRole, bound: Bound, features: Features): boolean {
  if (bound.has(name)) return true;
  if (!isUnindexed(name, bound)) return false;
  const known = features.roles.get(name);
  features.roles.set(name, known === undefined ? role : mergedRole(known, role));
  return true;
}

function isUnindexed(name: string, bound: Bound): boolean {
  for (const variable of bound) if (isIndexedBy(name, variable)) return false;
  return true;
}

function mergedRole(a: SymbolRole, b: SymbolRole): SymbolRole {
  if (a === b || b === "any") return a;
  if (a === "any" || a === "integer") return b;
  return b === "integer" ? a : "upper";
}

/** The role of an exponent's symbols: they are integers if the base is a negative number, as in `(-1)^n`. */
function notePower(base: Node, exponent: Node, role: SymbolRole, features: Features): SymbolRole {
  const literal = exactRational(exponent);
  const baseValue = exactRational(base);
  if (literal !== null && baseValue !== null)
    noteCritical(toNumber(baseValue) ** toNumber(literal), features);
  features.transcendental ||= literal?.den !== 1n;
  if (literal === null ? !isPositiveConstant(base) : literal.den !== 1n) {
    if (baseValue === null && hasSymbol(base)) features.branched = true;
  }
  return role === "any" && baseValue !== null && baseValue.num < 0n ? "integer" : role;
}

function isPositiveConstant(node: Node): boolean {
  if (node.kind === "constant") return node.name === "e" || node.name === "pi";
  const value = exactRational(node);
  return value !== null && value.num > 0n;
}

const MAX_SEARCH = 200;

/** Whether a symbol occurs; a large expression counts as one with a symbol. */
function hasSymbol(node: Node): boolean {
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "symbol") return true;
    for (const child of children(next)) if (open.push(child) > MAX_SEARCH) return true;
  }
  return false;
}

function scanCall(
  node: CallNode,
  role: SymbolRole,
  bound: Bound,
  height: number,
  features: Features,
): boolean {
  if (node.name === "not" || node.name === "transpose") return false;
  features.transcendental ||= !EXACT_CALLS.has(node.name);
  for (const feature of CALL_FEATURES[node.name] ?? []) features[feature] ||= node.args.some(hasSymbol);
  const roles = ARGUMENT_ROLES[node.name];
  const [matrix] = node.args;
  const entries = matrix?.kind === "matrix" ? matrix.rows.flat() : node.args;
  const isFixedChoice = roles?.[1] === "lower" && entries[1] !== undefined && !hasSymbol(entries[1]);
  return entries.every((arg, index) => {
    const given = roles === undefined || isFixedChoice ? role : roles[Math.min(index, 1) as 0 | 1];
    return scanNode(arg, given, bound, height + 1, features);
  });
}

function scanBigOperator(
  node: BigOperatorNode,
  role: SymbolRole,
  bound: Bound,
  height: number,
  features: Features,
): boolean {
  const { operator, lower, upper, variable } = node;
  if ((operator !== "sum" && operator !== "product") || lower === null || upper === null) return false;
  const isInfinite = upper.kind === "constant" && upper.name === "infinity" && operator === "sum";
  return (
    scanNode(lower, "lower", bound, height + 1, features) &&
    (isInfinite || scanNode(upper, "upper", bound, height + 1, features)) &&
    scanNode(node.body, role, new Set(bound).add(variable), height + 1, features)
  );
}
