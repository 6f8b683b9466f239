/** The part of an instance of mathjs that is used. */
export interface MathJs {
  readonly config: (options: { number?: "BigNumber"; precision?: number }) => unknown;
  readonly import: (functions: Record<string, unknown>) => void;
  readonly parse: (text: string) => MathNode;
  readonly simplify: (text: string, scope: object, options: { exactFractions: boolean }) => MathNode;
  readonly rationalize: (text: string) => MathNode;
  readonly derivative: (body: MathNode, variable: string, options: { simplify: boolean }) => MathNode;
  readonly evaluate: (text: string, scope: Scope) => unknown;
  readonly number: (value: unknown) => number;
  readonly complex: (re: number, im: number) => Complex;
  readonly bignumber: (value: string) => BigNumber;
  readonly add: Operation;
  readonly multiply: Operation;
  readonly pow: Operation;
  readonly divide: Operation;
  readonly unaryMinus: (value: unknown) => unknown;
}

type Operation = (left: unknown, right: unknown) => unknown;

export interface MathNode {
  readonly toString: () => string;
  readonly evaluate: (scope: Scope) => unknown;
}

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A number of decimal.js. */
export interface BigNumber {
  readonly isBigNumber: true;
  readonly isFinite: () => boolean;
  readonly minus: (other: BigNumber) => BigNumber;
  readonly abs: () => BigNumber;
  readonly lte: (other: BigNumber) => boolean;
}

export type Scope = Map<string, unknown>;

/** A sum of more terms is not evaluated. */
const MAX_TERMS = 100_000;

/** What the numeric dialect has beyond mathjs. */
export function numericFunctions(mathjs: MathJs): Record<string, unknown> {
  return {
    root: (radicand: unknown, index: unknown) => root(mathjs, radicand, index),
    derived: takingNodes((args, scope) => derived(mathjs, args, scope)),
    summed: takingNodes((args, scope) => folded(mathjs, mathjs.add, args, scope)),
    multiplied: takingNodes((args, scope) => folded(mathjs, mathjs.multiply, args, scope)),
  };
}

/** The real odd root of a negative number; the principal root of the rest. */
function root({ pow, divide, unaryMinus, number }: MathJs, radicand: unknown, index: unknown): unknown {
  const exponent = divide(1, index);
  const isNegative = !isComplex(radicand) && number(radicand) < 0;
  if (isNegative && Math.abs(number(index) % 2) === 1) return unaryMinus(pow(unaryMinus(radicand), exponent));
  return pow(radicand, exponent);
}

export function isComplex(value: unknown): value is Complex {
  return typeof value === "object" && value !== null && "im" in value;
}

/** mathjs evaluates no argument of a function with `rawArgs`, and passes the scope. */
function takingNodes(evaluate: (args: readonly MathNode[], scope: Scope) => unknown): unknown {
  const raw = (args: readonly MathNode[], _mathjs: unknown, scope: Scope): unknown => evaluate(args, scope);
  return Object.assign(raw, { rawArgs: true });
}

function derived(mathjs: MathJs, [body, variable, order]: readonly MathNode[], scope: Scope): unknown {
  let node = body as MathNode;
  for (let left = Number(String(order)); left > 0; left--) {
    node = mathjs.derivative(node, String(variable), { simplify: false });
  }
  return node.evaluate(scope);
}

function folded(
  mathjs: MathJs,
  combine: Operation,
  [body, variable, lower, upper]: readonly MathNode[],
  scope: Scope,
): unknown {
  const bounds = [lower, upper].map((node) => mathjs.number(node?.evaluate(scope)));
  const [first = NaN, last = NaN] = bounds;
  if (!bounds.every(Number.isInteger) || last < first || last - first > MAX_TERMS) {
    throw new Error("the bounds of a sum are no small whole numbers in order");
  }
  const inner = new Map([...scope.keys()].map((name) => [name, scope.get(name)]));
  let result: unknown;
  for (let k = first; k <= last; k++) {
    const term = body?.evaluate(inner.set(String(variable), mathjs.evaluate(String(k), inner)));
    result = k === first ? term : combine(result, term);
  }
  return result;
}
