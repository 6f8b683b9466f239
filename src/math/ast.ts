import type { Rational } from "./rational.js";

/**
 * The exact expression tree that an answer is parsed to. Faithful to what was written: nothing is evaluated, reduced
 * or reordered, so that a printed tree parses to itself. Every node is plain data.
 */
export type Node = Scalar | Collection | Statement | Text;

/** What denotes one number, or one matrix or function value, once its symbols have values. */
type Scalar =
  | NumberNode
  | SymbolNode
  | ConstantNode
  | SumNode
  | NegationNode
  | ProductNode
  | QuotientNode
  | PowerNode
  | PlusMinusNode
  | CallNode
  | ApplicationNode
  | BigOperatorNode
  | DerivativeNode
  | QuantityNode
  | RatioNode
  | MatrixNode
  | CasesNode;

/** What holds several values. */
type Collection = SequenceNode | SetNode | NumberSetNode | SetOperationNode | SetBuilderNode;

/** What is true or false. */
type Statement = RelationNode;

/** A number literal: `12`, `0.5`, `1{,}000`, `1.6e-19`, `0.\overline{3}`, `101_2`. Never negative. */
export interface NumberNode {
  readonly kind: "number";
  readonly value: Rational;
  /** The digits as written, without separators: `"05"`, `"0.50"`, `"101_2"`. */
  readonly literal: string;
  /** How many digits stand behind the decimal point; `null` for an integer or a repeating decimal, which are exact. */
  readonly decimals: number | null;
}

/** A variable, by its canonical name: `x`, `x_1`, `alpha`, `x'`, `vec(v)`. */
export interface SymbolNode {
  readonly kind: "symbol";
  readonly name: string;
}

/** `e` and `i` are constants unless they are bound, as in `\sum_{i=1}^n i`. */
interface ConstantNode {
  readonly kind: "constant";
  readonly name: "pi" | "e" | "i" | "infinity";
}

/** Two terms or more; a subtraction is the sum with a negation. */
export interface SumNode {
  readonly kind: "sum";
  readonly terms: readonly Node[];
}

export interface NegationNode {
  readonly kind: "negation";
  readonly operand: Node;
}

/** Two factors or more. */
export interface ProductNode {
  readonly kind: "product";
  readonly factors: readonly Node[];
}

export interface QuotientNode {
  readonly kind: "quotient";
  readonly numerator: Node;
  readonly denominator: Node;
}

export interface PowerNode {
  readonly kind: "power";
  readonly base: Node;
  readonly exponent: Node;
}

/** `\pm a` (`sign` 1) or `\mp a` (`sign` -1); `a \pm b` is the sum of `a` and this. */
interface PlusMinusNode {
  readonly kind: "plus_minus";
  readonly sign: 1 | -1;
  readonly operand: Node;
}

/** The functions that have a meaning here; each takes one argument unless the comment says otherwise. */
export type FunctionName =
  | "sin"
  | "cos"
  | "tan"
  | "cot"
  | "sec"
  | "csc"
  | "asin"
  | "acos"
  | "atan"
  | "acot"
  | "asec"
  | "acsc"
  | "sinh"
  | "cosh"
  | "tanh"
  | "coth"
  | "sech"
  | "csch"
  | "asinh"
  | "acosh"
  | "atanh"
  | "acoth"
  | "asech"
  | "acsch"
  | "ln"
  /** One argument: a logarithm whose base was not written. Two: argument, base. */
  | "log"
  /** Argument, index; a square root has the index 2. */
  | "root"
  | "abs"
  | "floor"
  | "ceil"
  | "round"
  | "sign"
  | "factorial"
  | "double_factorial"
  /** n, k. */
  | "binomial"
  /** n, k: the number of ordered choices. */
  | "permutations"
  /** One argument or more. */
  | "gcd"
  | "lcm"
  | "max"
  | "min"
  /** Dividend, modulus. */
  | "mod"
  | "re"
  | "im"
  | "arg"
  | "conjugate"
  | "determinant"
  | "transpose"
  | "norm"
  | "trace"
  /** The value in degrees: `30^\circ`. */
  | "degrees"
  /** The value in percent: `5\%`. */
  | "percent"
  /** Logical negation. */
  | "not";

export interface CallNode {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly args: readonly Node[];
}

/** A function without a meaning here: `f(x)`, `P(A)`, `g'(2)`. */
export interface ApplicationNode {
  readonly kind: "application";
  readonly name: string;
  readonly args: readonly Node[];
}

/** `\sum`, `\prod`, `\int`, `\lim`. The variable is bound in the body. An integral or limit without bounds has `null`. */
export interface BigOperatorNode {
  readonly kind: "big_operator";
  readonly operator:
    "sum" | "product" | "integral" | "limit" | "limit_left" | "limit_right" | "union" | "intersection";
  readonly variable: string;
  readonly body: Node;
  readonly lower: Node | null;
  /** `null` for limits, whose point is `lower`. */
  readonly upper: Node | null;
}

/** `\frac{d^n}{dx^n} body`, and `\partial` likewise. */
export interface DerivativeNode {
  readonly kind: "derivative";
  readonly variable: string;
  readonly order: number;
  readonly body: Node;
}

/** A value with a unit or a counted thing, as written: `10\text{ cm}^2` has the unit `cm^2`, `\$5` has `$`. */
export interface QuantityNode {
  readonly kind: "quantity";
  readonly value: Node;
  readonly unit: string;
}

/** `2:3:5`, and times such as `10:05`, whose literals keep their zeros. */
export interface RatioNode {
  readonly kind: "ratio";
  readonly parts: readonly Node[];
}

/** Rows of equal length. `vmatrix` is the call `determinant` of a matrix. */
export interface MatrixNode {
  readonly kind: "matrix";
  readonly rows: readonly (readonly Node[])[];
}

/** A piecewise function; the condition `null` is "otherwise". */
export interface CasesNode {
  readonly kind: "cases";
  readonly branches: readonly { readonly value: Node; readonly condition: Node | null }[];
}

/**
 * Items in order. Bare (`1, 2`; `open` is empty) it is a list of answers; in brackets it is a tuple, a point, a vector
 * or, with two items, an interval. `]a,b[` is written with `(` and `)`.
 */
export interface SequenceNode {
  readonly kind: "sequence";
  readonly items: readonly Node[];
  readonly open: "" | "(" | "[" | "<";
  readonly close: "" | ")" | "]" | ">";
  /** How a bare list was joined; alternatives ("2 or 3") are not the same claim as a list. */
  readonly joined: "comma" | "and" | "or";
}

/** `\{1, 2\}`; the empty set has no items. */
export interface SetNode {
  readonly kind: "set";
  readonly items: readonly Node[];
}

/** `\mathbb{R}`; `part` restricts it, as in `\mathbb{R}^+`. */
export interface NumberSetNode {
  readonly kind: "number_set";
  readonly name: "N" | "Z" | "Q" | "R" | "C" | "P";
  readonly part: "all" | "positive" | "negative" | "nonnegative" | "nonzero";
}

/** Two operands; longer unions nest to the left. */
export interface SetOperationNode {
  readonly kind: "set_operation";
  readonly operator: "union" | "intersection" | "difference" | "cartesian";
  readonly left: Node;
  readonly right: Node;
}

/** `\{x \mid x > 0\}`. */
export interface SetBuilderNode {
  readonly kind: "set_builder";
  readonly element: Node;
  readonly condition: Node;
}

export type RelationOperator =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "~"
  | "in"
  | "not_in"
  | "subset"
  | "subset_eq"
  | "maps_to"
  | "implies"
  | "equivalent"
  | "divides"
  | "parallel"
  | "perpendicular";

/** A chain: `operands[k] operators[k] operands[k + 1]`. `\approx` and `\sim` are `~`; `\equiv` is `=`. */
export interface RelationNode {
  readonly kind: "relation";
  readonly operands: readonly Node[];
  readonly operators: readonly RelationOperator[];
}

/** Words: `\text{no solution}`, a name, a letter of a multiple choice that stands alone in `\text`. */
export interface Text {
  readonly kind: "text";
  readonly text: string;
}

const NONE: readonly Node[] = [];

/** The direct sub-expressions of a node, in reading order. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "number_set":
    case "text":
      return NONE;
    case "sum":
      return node.terms;
    case "product":
      return node.factors;
    case "negation":
    case "plus_minus":
      return [node.operand];
    case "quotient":
      return [node.numerator, node.denominator];
    case "power":
      return [node.base, node.exponent];
    case "call":
    case "application":
      return node.args;
    case "derivative":
      return [node.body];
    case "quantity":
      return [node.value];
    case "ratio":
      return node.parts;
    case "matrix":
      return node.rows.flat();
    case "sequence":
    case "set":
      return node.items;
    case "relation":
      return node.operands;
    default:
      return compoundChildren(node);
  }
}

function compoundChildren(
  node: BigOperatorNode | CasesNode | SetOperationNode | SetBuilderNode,
): readonly Node[] {
  switch (node.kind) {
    case "big_operator":
      return [node.body, node.lower, node.upper].filter((child) => child !== null);
    case "cases":
      return node.branches.flatMap(({ value, condition }) =>
        condition === null ? [value] : [value, condition],
      );
    case "set_operation":
      return [node.left, node.right];
    case "set_builder":
      return [node.element, node.condition];
  }
}
