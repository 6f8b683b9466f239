import type { Answer } from "./answer.js";
import type { Node } from "./ast.js";
import { negation } from "./construct.js";
import { decideExpressions } from "./decide.js";
import type { Policy } from "./policy.js";

/** How near a wrong answer is. Meant for logs: a score that pays for nearness is paid for nearness. */
export interface PartialMatch {
  /** How many members of the reference's list, set or tuple the candidate has, and how many there are; else `null`. */
  readonly members: { readonly matched: number; readonly of: number } | null;
  /** The answer is right but for its sign. */
  readonly sign: boolean;
  /** The number is right and the unit is not. */
  readonly unit: boolean;
}

function itemsOf(node: Node | null): readonly Node[] | null {
  return node !== null && (node.kind === "sequence" || node.kind === "set") ? node.items : null;
}

function matchMembers(reference: Node, candidate: Node, policy: Policy): PartialMatch["members"] {
  const [expected, given] = [itemsOf(reference), itemsOf(candidate) ?? [candidate]];
  if (expected === null) return null;
  const left = [...given];
  const matched = expected.filter((item) => {
    const index = left.findIndex((other) => decideExpressions(item, other, policy).equal === true);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return { matched: matched.length, of: expected.length };
}

/** Says what of a wrong answer is right. */
export function describePartial(reference: Answer, candidate: Answer, policy: Policy): PartialMatch {
  const [expected, actual] = [reference.node(), candidate.node()];
  if (expected === null || actual === null) return { members: null, sign: false, unit: false };
  const isEqual = (other: Node, rules: Policy): boolean =>
    decideExpressions(expected, other, rules).equal === true;
  const hasUnits = expected.kind === "quantity" && actual.kind === "quantity";
  return {
    members: matchMembers(expected, actual, policy),
    sign: isEqual(negation(actual), policy),
    unit: hasUnits && isEqual(actual, { ...policy, units: "ignored" }),
  };
}
