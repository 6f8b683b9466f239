import { decimal, type Expression, integer, isFrozen, replaceAt, variable, withArgs } from "./expression.js";
import { pathsOf } from "./paths.js";

const LEAVES: readonly Expression[] = [integer(0), integer(1), integer(2), variable("x")];

/** Simpler expressions than a node: what is in it, and leaves. */
function* simplerNode(node: Expression): Generator<Expression> {
  switch (node.op) {
    case "integer":
      yield* simplerIntegers(node.value);
      return;
    case "decimal":
      for (const shorter of [node.name.slice(0, -1), node.name.slice(1)]) {
        if (/^\d+\.\d+$/.test(shorter)) yield decimal(shorter);
      }
      return;
    case "repeating":
    case "constant":
      yield integer(1);
      return;
    case "variable":
      if (node.name !== "x") yield variable("x");
      return;
    default:
      yield* node.args.filter((_, i) => !isFrozen(node.op, i));
      yield* LEAVES;
      if (node.args.length > 1) yield* smallerBounds(node);
  }
}

/** Exponents, indices and the numbers of binomials are not reached from outside. */
function* smallerBounds(node: Expression): Generator<Expression> {
  for (const [i, arg] of node.args.entries()) {
    if (!isFrozen(node.op, i) || arg.op !== "integer" || arg.value < 3) continue;
    yield withArgs(node, node.args.with(i, integer(arg.value - 1)));
  }
}

function* simplerIntegers(value: number): Generator<Expression> {
  const tried = new Set([0, 1, 2, 10, Math.floor(value / 10), Math.floor(value / 2), value - 1]);
  for (const smaller of tried) if (smaller >= 0 && smaller < value) yield integer(smaller);
}

/** Expressions that are simpler in one place, the simplest first. */
export function* simplerExpressions(expression: Expression): Generator<Expression> {
  for (const path of pathsOf(expression)) {
    const node = path.reduce<Expression>((at, index) => at.args[index] as Expression, expression);
    for (const simpler of simplerNode(node)) yield replaceAt(expression, path, simpler);
  }
}
