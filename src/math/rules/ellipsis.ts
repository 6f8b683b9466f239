import type { Node } from "../ast.js";
import { fromRational, integer, product, quotient, sum } from "../construct.js";
import { add, compare, divide, equals, multiply, negate, ONE, type Rational } from "../rational.js";
import { mapChildren } from "../transform.js";

/** More members than this are not written out. */
const MOST_MEMBERS = 3000;
const MOST_FACTORS = 200;
/** Lists are compared item by item. */
const LONGEST_LIST = 32;
const MOST_POWER = 64n;

/** The dots of `1 + 2 + \cdots + 10`. */
function isEllipsis(node: Node): boolean {
  return node.kind === "symbol"
    ? node.name === "ldots"
    : node.kind === "negation" && isEllipsis(node.operand);
}

/** The value of a member such as `-\frac{1}{2^3}`; `null` if it holds more than numbers. */
function valueOf(node: Node): Rational | null {
  switch (node.kind) {
    case "number":
      return node.value;
    case "negation": {
      const value = valueOf(node.operand);
      return value && negate(value);
    }
    case "quotient": {
      const [num, den] = [valueOf(node.numerator), valueOf(node.denominator)];
      return num === null || den === null || den.num === 0n ? null : divide(num, den);
    }
    case "power": {
      const [base, exponent] = [valueOf(node.base), valueOf(node.exponent)];
      if (base?.den !== 1n || exponent?.den !== 1n || exponent.num < 0n || exponent.num > MOST_POWER)
        return null;
      return { num: base.num ** exponent.num, den: 1n };
    }
    default:
      return null;
  }
}

/** A rule by which each member follows from the one before it. */
interface Progression {
  readonly kind: "arithmetic" | "geometric";
  readonly first: Rational;
  /** What is added, or multiplied by. */
  readonly step: Rational;
}

function next({ kind, step }: Progression, member: Rational): Rational {
  return kind === "arithmetic" ? add(member, step) : multiply(member, step);
}

/** The progressions that begin with all of `leading`. */
function progressionsOf(leading: readonly Rational[]): readonly Progression[] {
  const [first, second] = leading;
  if (first === undefined || second === undefined || equals(first, second)) return [];
  const candidates: Progression[] = [{ kind: "arithmetic", first, step: add(second, negate(first)) }];
  if (first.num !== 0n && second.num !== 0n)
    candidates.push({ kind: "geometric", first, step: divide(second, first) });
  return candidates.filter((progression) => {
    return leading.every((member, index) => {
      return index === 0 || equals(member, next(progression, leading[index - 1] as Rational));
    });
  });
}

/** The members of a progression up to the last of `trailing`, if they end in all of `trailing`. */
function membersUpTo(
  progression: Progression,
  least: number,
  trailing: readonly Rational[],
): readonly Rational[] | null {
  const last = trailing.at(-1) as Rational;
  const members: Rational[] = [];
  for (let member = progression.first; members.length < MOST_MEMBERS; member = next(progression, member)) {
    members.push(member);
    if (!equals(member, last)) continue;
    const end = members.slice(-trailing.length);
    const isEnd =
      members.length >= least && end.every((each, index) => equals(each, trailing[index] as Rational));
    return isEnd ? members : null;
  }
  return null;
}

interface Parts {
  readonly leading: readonly Node[];
  readonly trailing: readonly Node[];
}

/** What stands on both sides of the dots; `null` if there are no dots, or more than once. */
function partsOf(members: readonly Node[]): Parts | null {
  const index = members.findIndex(isEllipsis);
  if (index < 0 || members.slice(index + 1).some(isEllipsis)) return null;
  return { leading: members.slice(0, index), trailing: members.slice(index + 1) };
}

function valuesOf(nodes: readonly Node[]): readonly Rational[] | null {
  const values = nodes.map(valueOf);
  return values.includes(null) ? null : (values as readonly Rational[]);
}

interface Found {
  readonly progression: Progression;
  readonly members: readonly Rational[];
}

/** What the dots stand for, if only one progression of numbers has the members that are written. */
function writtenOut({ leading, trailing }: Parts): Found | null {
  const [first, last] = [valuesOf(leading), valuesOf(trailing)];
  if (first === null || last === null || last.length === 0) return null;
  const found: Found[] = [];
  for (const progression of progressionsOf(first)) {
    const members = membersUpTo(progression, first.length + last.length, last);
    if (members !== null) found.push({ progression, members });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The progression of a sum or product up to a letter: three members begin it, or `1, 2` before a letter alone. */
function openProgression({ leading, trailing }: Parts): Progression | null {
  const [last, ...more] = trailing;
  const values = valuesOf(leading) ?? [];
  const [first] = progressionsOf(values);
  if (first === undefined || more.length > 0 || (last !== undefined && valueOf(last) !== null)) return null;
  return values.length > 2 || (last?.kind === "symbol" && countsFromOne(first)) ? first : null;
}

function countsFromOne({ kind, first, step }: Progression): boolean {
  return kind === "arithmetic" && equals(first, ONE) && equals(step, ONE);
}

function sumUpTo({ kind, first, step }: Progression, last: Node): Node {
  if (kind === "geometric") {
    const end = sum(product(last, fromRational(step)), fromRational(negate(first)));
    return quotient(end, fromRational(add(step, negate(ONE))));
  }
  const count = sum(quotient(sum(last, fromRational(negate(first))), fromRational(step)), integer(1));
  return quotient(product(count, sum(fromRational(first), last)), integer(2));
}

/** `1 + \frac12 + \frac14 + \cdots`, without a last term. */
function infiniteSum({ kind, first, step }: Progression): Node | null {
  const converges = kind === "geometric" && compare(multiply(step, step), ONE) < 0;
  return converges ? fromRational(divide(first, add(ONE, negate(step)))) : null;
}

function summed(terms: readonly Node[]): Node | null {
  const parts = partsOf(terms);
  const progression = parts && (writtenOut(parts)?.progression ?? openProgression(parts));
  if (parts === null || progression === null) return null;
  const last = parts.trailing.at(-1);
  return last === undefined ? infiniteSum(progression) : sumUpTo(progression, last);
}

/** `1 \cdot 2 \cdot 3 \cdots n` is `n!`. */
function multiplied(factors: readonly Node[]): Node | null {
  const parts = partsOf(factors);
  const found = parts && writtenOut(parts);
  const progression = found?.progression ?? (parts && openProgression(parts));
  const last = parts?.trailing.at(-1);
  if (progression === null || last === undefined) return null;
  if (countsFromOne(progression)) return { kind: "call", name: "factorial", args: [last] };
  return found === null || found.members.length > MOST_FACTORS
    ? null
    : product(...found.members.map(fromRational));
}

function listed(items: readonly Node[]): readonly Node[] | null {
  const parts = partsOf(items);
  const members = (parts && writtenOut(parts))?.members;
  return members === undefined || members.length > LONGEST_LIST ? null : members.map(fromRational);
}

/** What it stands for cannot be told: it equals only itself. */
function opaque(members: readonly Node[]): Node {
  return { kind: "application", name: "ldots", args: members };
}

/**
 * The same expression with what dots stand for: sums, products and lists over a progression that the members which are
 * written determine. Dots of other sums and products equal only themselves.
 */
export function withoutEllipsis(node: Node): Node {
  const inner = mapChildren(node, withoutEllipsis);
  if (inner.kind === "sum" && inner.terms.some(isEllipsis)) return summed(inner.terms) ?? opaque(inner.terms);
  if (inner.kind === "product" && inner.factors.some(isEllipsis))
    return multiplied(inner.factors) ?? opaque(inner.factors);
  if (inner.kind === "sequence" || inner.kind === "set")
    return { ...inner, items: listed(inner.items) ?? inner.items };
  return inner;
}
