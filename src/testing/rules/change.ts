import { type Expression, isFrozen, nodeAt, type Path, replaceAt } from "../expression/expression.js";
import { pathsOf } from "../expression/paths.js";
import { createRandom, type Random } from "../random.js";
import type { RuleIndex } from "./rule-index.js";
import type { Rule } from "./rule.js";

/** A rule, applied to a place, with what it draws. It can be applied again to an expression that has become simpler. */
export interface Change {
  readonly rule: Rule;
  readonly path: Path;
  readonly seed: number;
}

/** An expression and what made it. */
export interface Changed {
  readonly expression: Expression;
  readonly change: Change;
}

function applyAt(expression: Expression, change: Change): Expression | undefined {
  const found = nodeAt(expression, change.path);
  const made = found && change.rule.apply(found, createRandom(change.seed));
  return made && replaceAt(expression, change.path, made);
}

/** A place at random, from the top down, that a rule may change. */
function pickPath(expression: Expression, random: Random): Path {
  const path: number[] = [];
  let at = expression;
  while (at.args.length > 0 && random.below(3) > 0) {
    const index = random.below(at.args.length);
    if (isFrozen(at.op, index)) break;
    path.push(index);
    at = at.args[index] as Expression;
  }
  return path;
}

/** Applies a rule at random somewhere. */
export function changeSomewhere(
  expression: Expression,
  index: RuleIndex,
  random: Random,
): Changed | undefined {
  for (let tries = 0; tries < 6; tries++) {
    const path = pickPath(expression, random);
    const rules = index.of(nodeAt(expression, path) as Expression);
    if (rules.length === 0) continue;
    const change = { rule: random.pick(rules), path, seed: random.next() };
    const made = applyAt(expression, change);
    if (made !== undefined) return { expression: made, change };
  }
  return undefined;
}

/** Applies a change where it was, or else at the first place where its rule applies; `undefined` if there is none. */
export function applyChange(expression: Expression, change: Change): Expression | undefined {
  const made = applyAt(expression, change);
  if (made !== undefined) return made;
  for (const path of pathsOf(expression)) {
    const elsewhere = applyAt(expression, { ...change, path });
    if (elsewhere !== undefined) return elsewhere;
  }
  return undefined;
}
