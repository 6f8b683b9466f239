import { type Expression, isFrozen, type Path } from "./expression.js";

/** All places of a tree that may be rewritten, from the top down. */
export function pathsOf(expression: Expression, from: Path = []): readonly Path[] {
  return [
    from,
    ...expression.args.flatMap((arg, i) => (isFrozen(expression.op, i) ? [] : pathsOf(arg, [...from, i]))),
  ];
}
