import { type CallNode, children, type Node } from "./ast.js";
import { substitute } from "./canonical/index.js";
import type { Policy } from "./policy.js";
import { integer } from "./construct.js";
import { endsInCondition, withSeparateConditions } from "./rules/side-conditions.js";
import { isArbitraryConstant, withConstantsOf } from "./rules/arbitrary-constants.js";
import { isFigureSign, withNamedFigures } from "./rules/figures.js";
import { mapChildren } from "./transform.js";

/** One way to take a pair of answers. */
export interface Reading {
  readonly reference: Node;
  readonly candidate: Node;
  readonly logBase: "e" | 10;
}

/** What in an expression can be taken in more than one way. */
interface Signs {
  percent: boolean;
  degrees: boolean;
  base: boolean;
  bareLog: boolean;
  naturalLog: boolean;
  unit: boolean;
  figure: boolean;
  condition: boolean;
  readonly constants: Set<string>;
}

/** `664_7`, by the digits alone. */
const DIGITS_IN_BASE = /^(\d+)_/;

function noteCall({ name, args }: CallNode, signs: Signs): void {
  signs.percent ||= name === "percent";
  signs.degrees ||= name === "degrees";
  signs.bareLog ||= name === "log" && args.length === 1;
  signs.naturalLog ||= name === "ln";
}

function noteSymbol(name: string, signs: Signs): void {
  if (isArbitraryConstant(name)) signs.constants.add(name);
  signs.figure ||= isFigureSign(name);
}

function note(node: Node, signs: Signs): void {
  if (node.kind === "call") noteCall(node, signs);
  else if (node.kind === "number")
    signs.base ||= node.literal.includes("_") && DIGITS_IN_BASE.test(node.literal);
  else if (node.kind === "quantity") signs.unit = true;
  else if (node.kind === "product") signs.condition ||= endsInCondition(node);
  else if (node.kind === "symbol") noteSymbol(node.name, signs);
  for (const child of children(node)) note(child, signs);
}

function sideOf(node: Node): Side {
  const signs = signsOf(node);
  const named = signs.figure ? withNamedFigures(node) : node;
  return { node: signs.condition ? withSeparateConditions(named) : named, signs };
}

/** One walk finds all of them: most expressions have none, and the question is asked of every pair. */
function signsOf(node: Node): Signs {
  const signs = {
    percent: false,
    degrees: false,
    base: false,
    bareLog: false,
    naturalLog: false,
    unit: false,
    figure: false,
    condition: false,
    constants: new Set<string>(),
  };
  note(node, signs);
  return signs;
}

/** Without the signs that `name` stands for, except inside functions: `\sin 30^\circ` is no `\sin 30`. */
function withoutSign(node: Node, name: "percent" | "degrees"): Node {
  if (node.kind === "call") return node.name === name ? withoutSign(node.args[0] as Node, name) : node;
  return mapChildren(node, (child) => withoutSign(child, name));
}

interface Side {
  readonly node: Node;
  readonly signs: Signs;
}

type Pair = readonly [reference: Node, candidate: Node];

/** A sign that one side leaves out, as units are left out; if both have it, it means the same on both. */
function withoutLoneSign(reference: Side, candidate: Side, name: "percent" | "degrees"): Pair | null {
  const [written, bare] = reference.signs[name] ? [reference, candidate] : [candidate, reference];
  if (!written.signs[name] || bare.signs[name] || bare.signs.unit) return null;
  const stripped = ({ node, signs }: Side): Node => (signs[name] ? withoutSign(node, name) : node);
  return [stripped(reference), stripped(candidate)];
}

function withoutBase(node: Node): Node {
  if (node.kind !== "number") return mapChildren(node, withoutBase);
  const digits = DIGITS_IN_BASE.exec(node.literal)?.[1];
  return digits === undefined ? node : integer(BigInt(digits));
}

/** A base that one side leaves out, as the question has named it. */
function withoutLoneBase(reference: Side, candidate: Side): Pair | null {
  if (reference.signs.base === candidate.signs.base) return null;
  return [withoutBase(reference.node), withoutBase(candidate.node)];
}

/** Arbitrary constants with other letters, in the order of their indices: `C` for `c`, `C_1` for `c_1`. */
function withSameConstants({ node: reference, signs }: Side, candidate: Side): Pair | null {
  const [theirs, ours] = [[...signs.constants].sort(), [...candidate.signs.constants].sort()];
  if (theirs.length === 0 || theirs.length !== ours.length) return null;
  if (ours.some((name) => signs.constants.has(name))) return null;
  const renamed = ours.reduce((node, name, index) => {
    return substitute(node, name, { kind: "symbol", name: theirs[index] ?? name });
  }, candidate.node);
  return [reference, renamed];
}

/** The arbitrary constants of two general solutions in other orders, or with letters such as `A` and `B` on one side. */
function withOtherConstants(reference: Side, candidate: Side): readonly Pair[] {
  if (reference.signs.constants.size === 0 && candidate.signs.constants.size === 0) return [];
  return withConstantsOf(reference.node, candidate.node).map((renamed) => [reference.node, renamed] as const);
}

/** Who writes `\ln` beside `\log` means another base by it. */
function logBases({ log }: Policy, sides: readonly Side[]): readonly ("e" | 10)[] {
  const hasBoth = sides.some(({ signs }) => signs.bareLog && signs.naturalLog);
  if (log === "10" || (log === "either" && hasBoth)) return [10];
  return log === "either" && sides.some(({ signs }) => signs.bareLog) ? ["e", 10] : ["e"];
}

/** The ways in which the policy lets a pair be taken; they are equal if they are in one of them. */
export function readingsOf(reference: Node, candidate: Node, policy: Policy): readonly Reading[] {
  const [expected, actual] = [sideOf(reference), sideOf(candidate)];
  const pairs: readonly (Pair | null)[] = [
    [expected.node, actual.node],
    policy.percent === "either" ? withoutLoneSign(expected, actual, "percent") : null,
    policy.degrees === "either" ? withoutLoneSign(expected, actual, "degrees") : null,
    policy.bases === "optional" ? withoutLoneBase(expected, actual) : null,
    withSameConstants(expected, actual),
    ...withOtherConstants(expected, actual),
  ];
  const bases = logBases(policy, [expected, actual]);
  const readings: Reading[] = [];
  for (const pair of pairs) {
    if (pair === null) continue;
    for (const logBase of bases) readings.push({ reference: pair[0], candidate: pair[1], logBase });
  }
  return readings;
}
