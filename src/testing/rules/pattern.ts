import {
  constant,
  type Expression,
  integer,
  integerValue,
  isSameTree,
  node,
  type Operator,
  withArgs,
} from "../expression/expression.js";

/** What the letters of a pattern stand for. */
export type Bindings = Readonly<Record<string, Expression>>;

/**
 * A shape of expressions: `a*(b+c)`. The letters `a` to `h`, `u` and `v` stand for any expression; `k`, `m`, `n` and
 * `r` for a whole number.
 */
export interface Pattern {
  /** The operator at the top; `undefined` if any expression matches. */
  readonly op: Operator | undefined;
  readonly match: (expression: Expression) => Bindings | undefined;
  /** The expression of this shape. */
  readonly build: (bindings: Bindings) => Expression;
  readonly letters: readonly string[];
}

const COUNTS = "kmnr";
/** A tree whose variables are the letters of the pattern. */
const isLetter = ({ op }: Expression): boolean => op === "variable";
export const standsForCount = (letter: string): boolean => COUNTS.includes(letter);

/** Reads a pattern. Its grammar is that of sums, products, powers and calls: `sqrt(u^2)`, `log(k, a)`. */
export function pattern(text: string): Pattern {
  const tree = readPattern(text);
  const letters = [...new Set(lettersOf(tree))];
  return {
    op: isLetter(tree) ? undefined : tree.op,
    letters,
    match: (expression) => {
      const bindings: Record<string, Expression> = {};
      return matches(tree, expression, bindings) ? bindings : undefined;
    },
    build: (bindings) => substitute(tree, bindings),
  };
}

function lettersOf(tree: Expression): readonly string[] {
  return isLetter(tree) ? [tree.name] : tree.args.flatMap(lettersOf);
}

function matches(tree: Expression, expression: Expression, bindings: Record<string, Expression>): boolean {
  if (isLetter(tree)) {
    const bound = bindings[tree.name];
    if (bound !== undefined) return isSameTree(bound, expression);
    if (standsForCount(tree.name) && !((integerValue(expression) ?? 0) > 0)) return false;
    bindings[tree.name] = expression;
    return true;
  }
  const { op, value, name, args } = tree;
  if (op !== expression.op || value !== expression.value || name !== expression.name) return false;
  for (let i = 0; i < args.length; i++) {
    if (!matches(args[i] as Expression, expression.args[i] as Expression, bindings)) return false;
  }
  return true;
}

function substitute(tree: Expression, bindings: Bindings): Expression {
  if (isLetter(tree)) return bindings[tree.name] ?? tree;
  if (tree.args.length === 0) return tree;
  return withArgs(
    tree,
    tree.args.map((arg) => substitute(arg, bindings)),
  );
}

const LETTER = "variable" as const;
const letter = (name: string): Expression => ({ op: LETTER, args: [], value: 0, name });

const CALLS: Readonly<Record<string, Operator>> = {
  abs: "absolute",
  max: "maximum",
  deg: "degrees",
};

/** A recursive descent over the text of a pattern, without spaces. */
function readPattern(text: string): Expression {
  const tokens = text.match(/[a-z]+|\d+|[-+*/^(),!]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && ++at > 0;
  const sum = (): Expression => {
    let left = product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      left = node(tokens[at++] === "+" ? "add" : "subtract", left, product());
    }
    return left;
  };
  const product = (): Expression => {
    let left = signed();
    while (tokens[at] === "*" || tokens[at] === "/") {
      left = node(tokens[at++] === "*" ? "multiply" : "divide", left, signed());
    }
    return left;
  };
  const signed = (): Expression => (take("-") ? node("negate", signed()) : power());
  const power = (): Expression => {
    const base = postfix();
    return take("^") ? node("power", base, take("-") ? node("negate", postfix()) : postfix()) : base;
  };
  const postfix = (): Expression => {
    const operand = atom();
    return take("!") ? node("factorial", operand) : operand;
  };
  const atom = (): Expression => {
    const token = tokens[at++] ?? "";
    if (token === "(") return closed(sum());
    if (/\d/.test(token)) return integer(Number(token));
    if (token === "pi") return constant("pi");
    if (token.length === 1) return letter(token);
    take("(");
    const args = [sum()];
    while (take(",")) args.push(sum());
    return closed(node(CALLS[token] ?? (token as Operator), ...args));
  };
  const closed = (inner: Expression): Expression => {
    take(")");
    return inner;
  };
  return sum();
}
