import type { Node } from "./ast.js";
import { freeSymbols, substitute } from "./canonical/index.js";
import type { Policy } from "./policy.js";
import { integer } from "./construct.js";
import { withSeparateConditions } from "./rules/side-conditions.js";
import { withConstantsOf } from "./rules/arbitrary-constants.js";
import { withoutIntegrationConstant } from "./rules/integration-constant.js";
import { withEachMember } from "./rules/membership.js";
import { withoutRemarks } from "./rules/remarks.js";
import { withLoneFigure, withNamedFigures } from "./rules/figures.js";
import { withoutEllipsis } from "./rules/ellipsis.js";
import { readMixedNumber } from "./rules/mixed-number.js";
import { readSymbolUnits } from "./rules/symbol-unit.js";
import { asClasses, asRemainders } from "./residue-class.js";
import { digitsInBase, NAMELESS, type Signs, signsOf } from "./signs.js";
import { mapChildren } from "./transform.js";

/** One way to take a pair of answers. */
export interface Reading {
  readonly reference: Node;
  readonly candidate: Node;
  readonly logBase: "e" | 10;
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

function sideOf(node: Node): Side {
  const signs = signsOf(node);
  const named = signs.figure ? withNamedFigures(node) : node;
  const separate = signs.condition ? withSeparateConditions(named) : named;
  const each = signs.membership ? withEachMember(separate) : separate;
  // Dots of a sum would count as a letter that is the same on both sides.
  return { node: signs.ellipsis ? withoutEllipsis(each) : each, signs };
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
  const digits = digitsInBase(node.literal);
  return digits === null ? node : integer(BigInt(digits));
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
  const renamed = withConstantsOf(reference.node, candidate.node).map(
    (node) => [reference.node, node] as const,
  );
  const growths = withoutIntegrationConstant(reference.node, candidate.node);
  return growths === null ? renamed : [...renamed, growths];
}

/** `\le 3` against `x \le 3`: it is about what the other side is about. */
function withName(reference: Side, candidate: Side): Pair | null {
  if (reference.signs.nameless === candidate.signs.nameless) return null;
  const named = reference.signs.nameless ? candidate : reference;
  const [name, ...others] = freeSymbols(named.node);
  if (name === undefined || others.length > 0) return null;
  const given = ({ node, signs }: Side): Node =>
    signs.nameless ? substitute(node, NAMELESS, { kind: "symbol", name }) : node;
  return [given(reference), given(candidate)];
}

function asRatio(node: Node): Node {
  if (node.kind === "application" && node.name === "to") return { kind: "ratio", parts: node.args };
  return mapChildren(node, asRatio);
}

/** `2 to 3` against a ratio or a quotient; two of them may be ranges. */
function withLoneRange(reference: Side, candidate: Side): Pair | null {
  if (reference.signs.range === candidate.signs.range) return null;
  return [asRatio(reference.node), asRatio(candidate.node)];
}

/** `e^{I \pi}` against a number: without another variable, the letter has the one value that makes it a number. */
function withLoneImaginary(reference: Side, candidate: Side): Pair | null {
  const [other, letter] =
    reference.signs.imaginaryLetter === "I" ? [candidate, reference] : [reference, candidate];
  if (letter.signs.imaginaryLetter !== "I" || freeSymbols(other.node).size > 0) return null;
  if (freeSymbols(letter.node).size > 1 || letter.node.kind === "relation") return null;
  const read = ({ node }: Side): Node => substitute(node, "I", { kind: "constant", name: "i" });
  return [read(reference), read(candidate)];
}

/** `2 + 3I` and `2 + 3j` against `2 + 3i`. */
function withImaginaryLetter(reference: Side, candidate: Side): Pair | null {
  if (!reference.signs.imaginary && !candidate.signs.imaginary)
    return withLoneImaginary(reference, candidate);
  if (reference.signs.imaginary === candidate.signs.imaginary) return null;
  const [written, other] = reference.signs.imaginary ? [reference, candidate] : [candidate, reference];
  const letter = other.signs.imaginaryLetter;
  if (letter === null || written.signs.imaginaryLetter !== null) return null;
  const read = ({ node, signs }: Side): Node =>
    signs.imaginary ? node : substitute(node, letter, { kind: "constant", name: "i" });
  return [read(reference), read(candidate)];
}

/** `2 and 3/4` against one number. */
function withMixedNumber({ node: reference }: Side, { node: candidate }: Side): Pair | null {
  const [a, b] = [readMixedNumber(reference), readMixedNumber(candidate)];
  if ((a === null) === (b === null)) return null;
  return (a === null ? reference : candidate).kind === "sequence" ? null : [a ?? reference, b ?? candidate];
}

/** `4 h` against `14400 s`. */
function withSymbolUnits({ node: reference }: Side, { node: candidate }: Side): Pair | null {
  if (reference.kind !== "product" || candidate.kind !== "product") return null;
  return readSymbolUnits(reference, candidate);
}

/** Who writes `\ln` beside `\log` means another base by it. */
function logBases({ log }: Policy, sides: readonly Side[]): readonly ("e" | 10)[] {
  const hasBoth = sides.some(({ signs }) => signs.bareLog && signs.naturalLog);
  if (log === "10" || (log === "either" && hasBoth)) return [10];
  return log === "either" && sides.some(({ signs }) => signs.bareLog) ? ["e", 10] : ["e"];
}

/** `2 \pmod 5` against a number, or against another residue class. */
function withResidues(reference: Side, candidate: Side): readonly [Side, Side] {
  if (!reference.signs.residue && !candidate.signs.residue) return [reference, candidate];
  const change = reference.signs.residue && candidate.signs.residue ? asClasses : asRemainders;
  return [
    { ...reference, node: change(reference.node) },
    { ...candidate, node: change(candidate.node) },
  ];
}

/**
 * A whole pair without what is remarked of its letters; `null` if nothing is. A part of an answer has no remarks of its
 * own: what is left of `y = 3, y \in \mathbb{R}` without one would be the value of any unknown.
 */
export function withoutRemarksOf(reference: Node, candidate: Node): readonly [Node, Node] | null {
  const [expected, actual] = [sideOf(reference), sideOf(candidate)];
  if (!expected.signs.remark && !actual.signs.remark) return null;
  const pair = [withoutRemarks(expected.node), withoutRemarks(actual.node)] as const;
  return pair[0] === expected.node && pair[1] === actual.node ? null : pair;
}

/** The ways in which the policy lets a pair be taken; they are equal if they are in one of them. */
export function readingsOf(reference: Node, candidate: Node, policy: Policy): readonly Reading[] {
  const [expected, actual] = withResidues(sideOf(reference), sideOf(candidate));
  const pairs: readonly (Pair | null)[] = [
    [expected.node, actual.node],
    withName(expected, actual),
    withLoneRange(expected, actual),
    withImaginaryLetter(expected, actual),
    withMixedNumber(expected, actual),
    expected.signs.figure === actual.signs.figure ? null : withLoneFigure(expected.node, actual.node),
    withSymbolUnits(expected, actual),
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
