import type { FunctionName, Node } from "../../src/math/ast.js";
import { toNumber } from "../../src/math/rational.js";

type CallNode = Extract<Node, { kind: "call" }>;

/** A complex number in doubles. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Nearer to zero than that, doubles lose digits, and in the end all of them. */
const LEAST = 1e-290;
const sizeOf = ({ re, im }: Complex): number => Math.hypot(re, im);
const LOST: Complex = { re: NaN, im: NaN };
/** What became next to nothing on the way, and is not nothing. */
const unlessLost = (value: Complex): Complex => (sizeOf(value) < LEAST ? LOST : value);
const isZero = ({ re, im }: Complex): boolean => re === 0 && im === 0;

function times(a: Complex, b: Complex): Complex {
  const product = { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
  return isZero(a) || isZero(b) ? product : unlessLost(product);
}
const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
/** Divided twice by the size, whose square may be beyond doubles. */
const inverse = (a: Complex): Complex => {
  const size = sizeOf(a);
  return unlessLost({ re: a.re / size / size, im: -a.im / size / size });
};
const exp = ({ re, im }: Complex): Complex =>
  unlessLost({ re: Math.exp(re) * Math.cos(im), im: Math.exp(re) * Math.sin(im) });
const isReal = ({ re, im }: Complex): boolean => Math.abs(im) <= 1e-12 * (1 + Math.abs(re));
const ln = (a: Complex): Complex => ({
  re: Math.log(sizeOf(a)),
  im: isReal(a) ? (a.re < 0 ? Math.PI : 0) : Math.atan2(a.im, a.re),
});

function root(a: Complex, index: number): Complex {
  if (index % 2 === 1 && isReal(a)) return { re: Math.cbrt(a.re), im: 0 };
  if (isZero(a)) return a;
  const { re, im } = ln(a);
  return exp({ re: re / index, im: im / index });
}

function functionValue(name: FunctionName, a: Complex, index: number): Complex {
  const turned = { re: -a.im, im: a.re };
  const [u, v] = [exp(turned), exp({ re: a.im, im: -a.re })];
  switch (name) {
    case "root":
      return root(a, index);
    case "abs":
      return { re: sizeOf(a), im: 0 };
    case "ln":
      return ln(a);
    case "cos":
      return { re: (u.re + v.re) / 2, im: (u.im + v.im) / 2 };
    default:
      return { re: (u.im - v.im) / 2, im: (v.re - u.re) / 2 };
  }
}

/** Of sin(pi), and of ln(1), a double keeps only what was rounded away. */
const LOSING: ReadonlySet<FunctionName> = new Set(["sin", "cos", "ln"]);

function callValue({ name, args: [operand, index] }: CallNode, value: (child: Node) => Complex): Complex {
  const result = functionValue(name, value(operand as Node), index ? value(index).re : 1);
  const isLost = LOSING.has(name) && sizeOf(result) < 1e-6;
  return isLost ? LOST : result;
}

const isE = (node: Node): boolean => node.kind === "constant" && node.name === "e";

function power(base: Complex, exponent: Complex): Complex {
  if (exponent.im !== 0 || !Number.isInteger(exponent.re)) return exp(times(exponent, ln(base)));
  let result: Complex = { re: 1, im: 0 };
  for (let k = 0; k < Math.abs(exponent.re); k++) result = times(result, base);
  return exponent.re < 0 ? inverse(result) : result;
}

/** An independent evaluation in doubles; values that are not finite, or lost to cancellation or to
 * underflow, are no evidence. */
export function evaluate(node: Node, x: number, y: number): Complex {
  const value = (child: Node): Complex => evaluate(child, x, y);
  switch (node.kind) {
    case "number":
      return { re: toNumber(node.value), im: 0 };
    case "symbol":
      return { re: node.name === "x" ? x : y, im: 0 };
    case "constant":
      return node.name === "i" ? { re: 0, im: 1 } : { re: node.name === "e" ? Math.E : Math.PI, im: 0 };
    case "negation":
      return times({ re: -1, im: 0 }, value(node.operand));
    case "sum": {
      const terms = node.terms.map(value);
      const total = terms.reduce(plus);
      return sizeOf(total) < 1e-6 * Math.max(...terms.map(sizeOf)) ? LOST : total;
    }
    case "product":
      return node.factors.map(value).reduce(times);
    case "quotient":
      return times(value(node.numerator), inverse(value(node.denominator)));
    case "power": {
      const base = value(node.base);
      if (isE(node.base)) return exp(value(node.exponent));
      return power(base, value(node.exponent));
    }
    case "call":
      return callValue(node, value);
    default:
      throw new Error(node.kind);
  }
}
