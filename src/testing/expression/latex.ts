import type { Expression, Operator } from "./expression.js";
import { PLAIN_STYLE, type Style, withoutThousands } from "./style.js";

const SUM = 1;
const PRODUCT = 3;
const POWER = 6;
const ATOM = 9;

function precedence({ op }: Expression, style: Style): number {
  switch (op) {
    case "add":
    case "subtract":
    case "negate":
    case "summation":
      return SUM;
    case "multiply":
      return PRODUCT;
    case "divide":
      return style.fraction === "slash" ? PRODUCT : ATOM;
    case "power":
    case "exp":
    case "factorial":
    case "degrees":
      return POWER;
    case "sqrt":
      return style.squareRoot === "power" || style.squareRoot === "bare" ? POWER : ATOM;
    case "sin":
    case "cos":
    case "tan":
    case "arcsin":
    case "arctan":
    case "ln":
    case "log":
    case "maximum":
      // What follows an argument without brackets would belong to it.
      return style.argument === "bare" || style.argument === "braces" ? SUM + 1 : POWER;
    default:
      return ATOM;
  }
}

const BRACKETS = {
  round: ["(", ")"],
  left: ["\\left(", "\\right)"],
  big: ["\\bigl(", "\\bigr)"],
  Big: ["\\Big(", "\\Big)"],
} as const;

function bracketed(text: string, style: Style): string {
  const [open, close] = BRACKETS[style.brackets];
  return open + text + close;
}

/** The expression, in brackets where it binds less than what stands around it. */
function within(expression: Expression, least: number, style: Style): string {
  const isLoose = precedence(expression, style) < least;
  return isLoose ? bracketed(argument(expression, style), style) : toLatex(expression, style);
}

/** What stands in brackets: commas in it would separate entries. */
const argument = (operand: Expression, style: Style): string =>
  toLatex(operand, style.thousands === "comma" ? withoutThousands(style) : style);

const DIGIT = /^\d$/;

function braced(text: string, style: Style): string {
  return style.bareScripts && text.length === 1 ? text : `{${text}}`;
}

const SEPARATORS = { none: "", comma: ",", braced: "{,}", thin: "\\," } as const;

function wholeNumber(value: number, style: Style): string {
  const digits = String(value);
  if (style.thousands === "none" || value < 1000) return digits;
  let text = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) {
    text = digits.slice(Math.max(0, end - 3), end) + SEPARATORS[style.thousands] + text;
  }
  return text;
}

function numeral(digits: string, style: Style): string {
  const plain = style.barePoint && digits.startsWith("0.") ? digits.slice(1) : digits;
  return plain.replace(/\((\d+)\)/, "\\overline{$1}");
}

function fraction([over, under]: readonly Expression[], style: Style): string {
  if (style.fraction === "slash") {
    return `${within(over as Expression, PRODUCT, style)}/${within(under as Expression, POWER, style)}`;
  }
  const [a, b] = [toLatex(over as Expression, style), toLatex(under as Expression, style)];
  const isShort = style.shortFraction && DIGIT.test(a) && DIGIT.test(b);
  return `\\${style.fraction}${isShort ? a + b : `{${a}}{${b}}`}`;
}

const SIGNS = { cdot: "\\cdot ", times: "\\times ", star: "*", beside: "\\cdot " } as const;

/** What may stand left of a factor without a sign: neither a function, of which it would be an argument, nor bars. */
const LEFT: ReadonlySet<Operator> = new Set(["integer", "variable"]);
const RIGHT: ReadonlySet<Operator> = new Set(["variable", "sqrt"]);

function mayStandBeside(left: Expression, right: Expression, style: Style): boolean {
  if (style.product !== "beside" || style.spareBraces) return false;
  const head = right.op === "power" ? (right.args[0] as Expression) : right;
  return LEFT.has(left.op) && RIGHT.has(head.op) && (head.op !== "sqrt" || style.squareRoot === "sqrt");
}

function product([left, right]: readonly Expression[], style: Style): string {
  const [a, b] = [left as Expression, right as Expression];
  const first = within(a, PRODUCT, style);
  // Within a product on the right, brackets keep the order; after a slash, they keep the factor out of it.
  const second = within(b, PRODUCT + 1, style);
  const safe = style.fraction === "slash" && a.op === "divide" ? bracketed(first, style) : first;
  if (mayStandBeside(a, b, style)) return safe + second;
  const sign = style.unicode ? "×" : SIGNS[style.product];
  return safe + style.space + sign + style.space + second;
}

const minus = (style: Style): string => (style.unicode ? "−" : "-");

function sum({ op, args }: Expression, style: Style): string {
  const [left, right] = args as readonly [Expression, Expression];
  if (op === "add" && style.mixed && isMixed(left, right)) {
    return toLatex(left, style) + fraction(right.args, { ...style, fraction: "frac" });
  }
  const sign = op === "add" ? "+" : minus(style);
  return toLatex(left, style) + style.space + sign + style.space + within(right, SUM + 1, style);
}

/** A whole number and a proper fraction. */
function isMixed(left: Expression, right: Expression): boolean {
  if (left.op !== "integer" || left.value === 0 || right.op !== "divide") return false;
  const [over, under] = right.args as readonly [Expression, Expression];
  return over.op === "integer" && under.op === "integer" && over.value > 0 && over.value < under.value;
}

function power([base, exponent]: readonly Expression[], style: Style): string {
  const script = toLatex(exponent as Expression, style.mixed ? { ...style, mixed: false } : style);
  return `${within(base as Expression, ATOM, style)}^${braced(script, style)}`;
}

function squareRoot(radicand: Expression, style: Style): string {
  const text = toLatex(radicand, style);
  if (style.squareRoot === "power") return `${within(radicand, ATOM, style)}^{\\frac{1}{2}}`;
  if (style.squareRoot === "root") return `\\sqrt[2]{${text}}`;
  return style.squareRoot === "bare" && text.length === 1 ? `\\sqrt ${text}` : `\\sqrt{${text}}`;
}

const BARS = {
  plain: ["|", "|"],
  left: ["\\left|", "\\right|"],
  vert: ["\\lvert ", "\\rvert "],
} as const;

function absolute(operand: Expression, style: Style): string {
  const text = toLatex(operand, style);
  // Bars next to bars cannot be told apart.
  const [open, close] = BARS[style.bars === "plain" && text.includes("|") ? "left" : style.bars];
  return open + text + close;
}

function call(name: string, operand: Expression, style: Style): string {
  const text = argument(operand, style);
  const isToken = operand.op === "variable" && !style.spareBraces;
  if (style.argument === "bare" && isToken) return `\\${name} ${text}`;
  if (style.argument === "braces" && isToken) return `\\${name}{${text}}`;
  const command = style.argument === "operatorname" ? `\\operatorname{${name}}` : `\\${name}`;
  return command + bracketed(text, style);
}

const EXPONENTIALS = { power: "e^", upright: "\\mathrm{e}^" } as const;

function exponential(operand: Expression, style: Style): string {
  if (style.exponential === "exp") return `\\exp${bracketed(argument(operand, style), style)}`;
  return `${EXPONENTIALS[style.exponential]}{${toLatex(operand, style)}}`;
}

function logarithm([operand, base]: readonly Expression[], style: Style): string {
  return `\\log_{${toLatex(base as Expression, style)}}${bracketed(argument(operand as Expression, style), style)}`;
}

function binomial([n, k]: readonly Expression[], style: Style): string {
  const [a, b] = [toLatex(n as Expression, style), toLatex(k as Expression, style)];
  if (style.binomial === "call") return `C(${a},${b})`;
  return style.binomial === "choose" ? `{${a} \\choose ${b}}` : `\\${style.binomial}{${a}}{${b}}`;
}

function summation({ name, args: [body, first, last] }: Expression, style: Style): string {
  const [from, to] = [toLatex(first as Expression, style), toLatex(last as Expression, style)];
  return `\\sum_{${name}=${from}}^{${to}} ${within(body as Expression, PRODUCT, style)}`;
}

/** The expression in LaTeX that reads in one way only. */
export function toLatex(expression: Expression, style: Style = PLAIN_STYLE): string {
  const { op, args, value, name } = expression;
  const operand = args[0] as Expression;
  switch (op) {
    case "integer":
      return wholeNumber(value, style);
    case "decimal":
    case "repeating":
      return numeral(name, style);
    case "variable":
      return style.spareBraces ? `{${name}}` : name;
    case "constant":
      return name === "e" ? "e" : style.unicode ? "π" : "\\pi ";
    case "negate":
      return minus(style) + within(operand, PRODUCT, style);
    case "add":
    case "subtract":
      return sum(expression, style);
    case "multiply":
      return product(args, style);
    case "divide":
      return fraction(args, style);
    case "power":
      return power(args, style);
    default:
      return special(expression, operand, style);
  }
}

function special(expression: Expression, operand: Expression, style: Style): string {
  const { op, args } = expression;
  switch (op) {
    case "sqrt":
      return squareRoot(operand, style);
    case "root":
      return `\\sqrt[${toLatex(args[1] as Expression, style)}]{${toLatex(operand, style)}}`;
    case "absolute":
      return absolute(operand, style);
    case "ln":
      return style.logarithm === "ln"
        ? call("ln", operand, style)
        : `\\log_{e}${bracketed(argument(operand, style), style)}`;
    case "exp":
      return exponential(operand, style);
    case "log":
      return logarithm(args, style);
    case "factorial":
      return `${within(operand, ATOM, style)}!`;
    case "binomial":
      return binomial(args, style);
    case "floor":
      return `\\lfloor ${toLatex(operand, style)}\\rfloor `;
    case "maximum":
      return `\\max${bracketed(`${argument(operand, style)}, ${argument(args[1] as Expression, style)}`, style)}`;
    case "degrees":
      return `${within(operand, ATOM, style)}^{\\circ}`;
    case "summation":
      return summation(expression, style);
    default:
      return call(op, operand, style);
  }
}
