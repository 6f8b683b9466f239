import type { Node } from "../ast.js";
import { freeSymbols, polynomialIn, rationalValue, substitute } from "../canonical/index.js";
import { integer, negation, product, sum } from "../construct.js";
import { countsPeriods, type Family, readFamily, readUndeclaredFamily } from "../rules/family.js";
import { matchInAnyOrder } from "../rules/matching.js";
import { hasPlusMinus, plusMinusValues } from "../rules/plus-minus.js";
import { type Progression, sameProgressions } from "../sets/progression.js";
import { structuralKey } from "../structure.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

/** A value that is linear in its one parameter. */
function toProgression(value: Node, parameter: string, { arithmetic }: Context): Progression | null {
  const coefficients = polynomialIn(value, parameter, arithmetic);
  const [offset, step] = coefficients ?? [];
  return coefficients?.length === 2 && offset !== undefined && step !== undefined ? { offset, step } : null;
}

/** A value for even and for odd parameters: `(-1)^k` is linear in neither, but constant in each. */
function byParity(value: Node, parameter: string): readonly Node[] {
  const doubled = product(integer(2), { kind: "symbol", name: parameter });
  return [substitute(value, parameter, doubled), substitute(value, parameter, sum(doubled, integer(1)))];
}

function progressionsOf(
  value: Node,
  { parameters, domain }: Family,
  context: Context,
): readonly Progression[] | null {
  const free = freeSymbols(value);
  const [parameter, ...others] = parameters.filter((name) => free.has(name));
  if (parameter === undefined || others.length > 0) return null;
  const whole = toProgression(value, parameter, context);
  if (whole !== null || domain !== "integer") return whole && [whole];
  const halves = byParity(value, parameter).map((half) => toProgression(half, parameter, context));
  return halves.every((half) => half !== null) ? halves : null;
}

function readProgressions(family: Family, context: Context): readonly Progression[] | null {
  const progressions: Progression[] = [];
  for (const member of family.members) {
    for (const value of hasPlusMinus(member) ? plusMinusValues(member) : [member]) {
      const read = progressionsOf(value, family, context);
      if (read === null) return null;
      progressions.push(...read);
    }
  }
  return progressions;
}

/** Progressions that start at a first member are the same if they start and step alike. */
function sameRays(a: readonly Progression[], b: readonly Progression[], { equal }: Context): Outcome {
  const toPair = ({ offset, step }: Progression): Node => ({
    kind: "sequence",
    items: [offset, step],
    open: "(",
    close: ")",
    joined: "comma",
  });
  const outcome = matchInAnyOrder(a.map(toPair), b.map(toPair), equal);
  // Several of them may make up the same set in another way.
  return outcome === false && (a.length > 1 || b.length > 1) ? null : outcome;
}

/** The members with the parameter counted from elsewhere, or backwards: all integers are still run through. */
function recounted(reference: string, { domain }: Family): readonly Node[] {
  const letter: Node = { kind: "symbol", name: reference };
  if (domain !== "integer") return [letter];
  return [letter, sum(letter, integer(1)), sum(letter, integer(-1)), negation(letter)];
}

/** Members of any kind, such as intervals, with the parameter of the other side. */
function compareByName(reference: Family, candidate: Family, { equal }: Context): Outcome {
  const [[ours, ...others], [theirs, ...rest]] = [reference.parameters, candidate.parameters];
  if (ours === undefined || theirs === undefined || others.length > 0 || rest.length > 0) return null;
  const isTaken = ours !== theirs && candidate.members.some((member) => freeSymbols(member).has(ours));
  if (isTaken) return null;
  const isSame = recounted(ours, candidate).some((count) => {
    const members = candidate.members.map((member) => substitute(member, theirs, count));
    return matchInAnyOrder(reference.members, members, equal) === true;
  });
  return isSame ? true : null;
}

function compareFamilies(reference: Family, candidate: Family, context: Context): Outcome {
  if (reference.domain !== candidate.domain) return null;
  // A line has other parameters than those that start and step alike.
  if (reference.domain === "real") return compareByName(reference, candidate, context);
  const a = readProgressions(reference, context);
  const b = a && readProgressions(candidate, context);
  if (a === null || b === null) return compareByName(reference, candidate, context);
  if (reference.domain !== "integer") return sameRays(a, b, context);
  return sameProgressions(a, b, (node) => rationalValue(node, context.arithmetic));
}

function haveSameName({ name: a }: Family, { name: b }: Family): boolean {
  return a === null || b === null || structuralKey(a) === structuralKey(b);
}

/** `x = k\pi` and `n\pi`: the periods of an unknown, with the letter that counts them. */
function compareUndeclared(reference: Node, candidate: Node, context: Context): Outcome {
  const a = mayBePeriodic(reference, candidate) ? readUndeclaredFamily(reference) : null;
  const b = a && readUndeclaredFamily(candidate);
  if (a === null || b === null || !(countsPeriods(a) || countsPeriods(b)) || !haveSameName(a, b)) return null;
  return compareFamilies(a, b, context) === true ? true : null;
}

function mayBePeriodic(reference: Node, candidate: Node): boolean {
  return reference.kind === "relation" || candidate.kind === "relation";
}

/** Answers that an integer counts, such as `x = k\pi, k \in \mathbb{Z}`, as the sets that they are. */
export const family: ExpressionTier = {
  name: "family",
  decide: (reference, candidate, context) => {
    const [declared, other] = [readFamily(reference), readFamily(candidate)];
    if (declared === null && other === null) return compareUndeclared(reference, candidate, context);
    const isOverIntegers = (declared ?? other)?.domain === "integer";
    const a = declared ?? (isOverIntegers ? readUndeclaredFamily(reference) : null);
    const b = other ?? (isOverIntegers ? readUndeclaredFamily(candidate) : null);
    if (a === null || b === null) return null;
    return haveSameName(a, b) ? compareFamilies(a, b, context) : false;
  },
};
