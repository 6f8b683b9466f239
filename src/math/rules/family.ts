import {
  children,
  type Node,
  type NumberSetNode,
  type RelationNode,
  type SetBuilderNode,
  type SetOperationNode,
} from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { product, sum } from "../construct.js";
import { isIndexedBy } from "../indexed-name.js";
import { structuralKey } from "../structure.js";
import { contains } from "../transform.js";
import { readMembership } from "./membership.js";
import { readAssignment } from "./names.js";

/** Answers that a parameter runs through, mostly an integer: `x = \frac\pi4 + k\pi, k \in \mathbb{Z}`. */
export interface Family {
  /** The unknown that the members are values of, if it is named. */
  readonly name: Node | null;
  /** Values in terms of the parameters, or statements that are no values, such as `x \ne k\pi`. */
  readonly members: readonly Node[];
  readonly parameters: readonly string[];
  /** What the parameters run through; every parameter through the same. */
  readonly domain: Domain;
}

/** `natural` may start at 0 or at 1. */
type Domain = "integer" | "natural" | "positive" | "nonnegative" | "real";

const DOMAINS: ReadonlyMap<string, Domain> = new Map([
  ["Z all", "integer"],
  ["N all", "natural"],
  ["Z positive", "positive"],
  ["N positive", "positive"],
  ["N nonzero", "positive"],
  ["Z nonnegative", "nonnegative"],
  ["R all", "real"],
]);

/** No letter of an answer: the multiples of a modulus are counted by it. */
const MULTIPLE = "multiple of the modulus";

/** Letters that stand for integers where nothing is said of them. */
const COUNTING_LETTERS: ReadonlySet<string> = new Set(["j", "k", "l", "m", "n"]);

/** Whether a letter stands for an integer where nothing is said of it. */
export function isCountingLetter(name: string): boolean {
  return COUNTING_LETTERS.has(name);
}

function domainOf(set: Node): Domain | null {
  return set.kind === "number_set" ? (DOMAINS.get(domainKey(set)) ?? null) : null;
}

function domainKey({ name, part }: NumberSetNode): string {
  return `${name} ${part}`;
}

/** The items of a list and of the lists in it. */
function flatten(node: Node): readonly Node[] {
  return node.kind === "sequence" && node.open === "" ? node.items.flatMap(flatten) : [node];
}

/** The unknown that all statements give values to, and the values; without such an unknown, the statements. */
function readMembers(statements: readonly Node[]): Pick<Family, "name" | "members"> {
  const assignments = statements.map((item) => (item.kind === "relation" ? readAssignment(item) : null));
  const [first] = assignments;
  const values: Node[] = [];
  for (const assignment of assignments) {
    if (assignment === null || first == null) return { name: null, members: statements };
    if (structuralKey(assignment.name) !== structuralKey(first.name))
      return { name: null, members: statements };
    values.push(assignment.value);
  }
  return { name: first?.name ?? null, members: values };
}

/** `a_n` and `f(n)` are other numbers for every `n`: what they equal is a sequence and no set of values. */
export function isCountedBy(name: Node, parameters: readonly string[]): boolean {
  return contains(
    name,
    (inner) =>
      inner.kind === "symbol" &&
      parameters.some((parameter) => inner.name === parameter || isIndexedBy(inner.name, parameter)),
  );
}

/** `x = k\pi, k \in \mathbb{Z}`, with the statements in any number. */
function fromList(node: Node): Family | null {
  const statements: Node[] = [];
  const parameters: string[] = [];
  const domains = new Set<Domain>();
  for (const item of flatten(node)) {
    const membership = readMembership(item);
    const domain = membership && domainOf(membership.set);
    if (membership?.name.kind !== "symbol" || domain === null) {
      statements.push(item);
      continue;
    }
    parameters.push(membership.name.name);
    domains.add(domain);
  }
  const [domain] = domains;
  if (domain === undefined || domains.size > 1 || statements.length === 0) return null;
  const { name, members } = readMembers(statements);
  const isSequence = name !== null && isCountedBy(name, parameters);
  return isSequence ? null : { name, members, parameters: [...new Set(parameters)], domain };
}

/** Whether a value is an integer wherever its symbols are. */
function isIntegral(node: Node): boolean {
  switch (node.kind) {
    case "symbol":
      return true;
    case "number":
      return node.value.den === 1n && node.decimals === null;
    case "sum":
    case "product":
    case "negation":
      return children(node).every(isIntegral);
    default:
      return false;
  }
}

/** Whether the values of a family are members of the set that a builder takes its elements from. */
function areWithin({ members }: Family, { name, part }: NumberSetNode): boolean {
  if (part !== "all") return false;
  return name === "R" || name === "C" || (name === "Z" && members.every(isIntegral));
}

/** `\{2k \mid k \in \mathbb{Z}\}`: the element itself counts. */
function fromElement({ element, condition }: SetBuilderNode): Family | null {
  const membership = readMembership(condition);
  const domain = membership && domainOf(membership.set);
  if (membership?.name.kind !== "symbol" || domain === null) return null;
  const { name } = membership.name;
  return freeSymbols(element).has(name)
    ? { name: null, members: [element], parameters: [name], domain }
    : null;
}

/** `\{x \mid x = 2k, k \in \mathbb{Z}\}`: the condition gives values to the element. */
function fromCondition({ element, condition }: SetBuilderNode): Family | null {
  const source = readMembership(element);
  const family = fromList(condition);
  if (family?.name?.kind !== "symbol") return null;
  if (structuralKey(family.name) !== structuralKey(source?.name ?? element)) return null;
  const isWhole = source === null || (source.set.kind === "number_set" && areWithin(family, source.set));
  return isWhole ? { ...family, name: null } : null;
}

/** A call of `mod`, as the two sides of a congruence are. */
function readModulo(node: Node | undefined): readonly [value: Node, modulus: Node] | null {
  return node?.kind === "call" && node.name === "mod" ? (node.args as readonly [Node, Node]) : null;
}

/** `x \equiv 2 \pmod 5`: both sides have the same modulus. */
function fromCongruence({ operands, operators }: RelationNode): Family | null {
  const [left, right] = operands.map(readModulo);
  if (operators.length !== 1 || operators[0] !== "=" || left == null || right == null) return null;
  const residue = left[0].kind === "symbol" ? residueClass(operands[1] as Node) : null;
  return residue && structuralKey(left[1]) === structuralKey(right[1]) ? { ...residue, name: left[0] } : null;
}

/** `2 \pmod 5`. */
function residueClass(node: Node): Family | null {
  const modulo = readModulo(node);
  if (modulo === null || freeSymbols(node).size > 0) return null;
  const [value, modulus] = modulo;
  const member = sum(value, product(modulus, { kind: "symbol", name: MULTIPLE }));
  return { name: null, members: [member], parameters: [MULTIPLE], domain: "integer" };
}

function fromUnion({ left, right }: SetOperationNode): Family | null {
  const a = readFamily(left);
  const b = a && readFamily(right);
  if (a?.domain === undefined || a.domain !== b?.domain) return null;
  const parameters = [...new Set([...a.parameters, ...b.parameters])];
  return { ...a, members: [...a.members, ...b.members], parameters };
}

/** Reads answers that integers count; `null` if an expression declares no parameter. */
export function readFamily(node: Node): Family | null {
  switch (node.kind) {
    case "sequence":
      return node.open === "" ? fromList(node) : null;
    case "set_builder":
      return fromElement(node) ?? fromCondition(node);
    case "relation": {
      const membership = readMembership(node);
      if (membership === null) return fromCongruence(node);
      const family = readFamily(membership.set);
      return family && { ...family, name: membership.name };
    }
    case "set_operation":
      return node.operator === "union" ? fromUnion(node) : null;
    default:
      return null;
  }
}

/** Whether a period of `\pi` is counted, as in `x = \frac\pi4 + k\pi`. */
export function countsPeriods({ name, members }: Family): boolean {
  const isPeriodic = (member: Node): boolean =>
    contains(
      member,
      (inner) =>
        (inner.kind === "constant" && inner.name === "pi") ||
        (inner.kind === "call" && inner.name === "degrees"),
    );
  return name !== null && members.every(isPeriodic);
}

/** Reads `x = 5k + 2` and `2 \pmod 5` beside a family: there a counting letter is an integer, said or not. */
export function readUndeclaredFamily(node: Node): Family | null {
  const residue = residueClass(node);
  if (residue !== null) return residue;
  const { name, members } = readMembers(flatten(node));
  const letters = new Set(members.flatMap((member) => [...freeSymbols(member)]));
  const parameters = [...letters].filter(isCountingLetter);
  if (parameters.length !== 1 || letters.size !== 1 || (name !== null && isCountedBy(name, parameters)))
    return null;
  return { name, members, parameters, domain: "integer" };
}
