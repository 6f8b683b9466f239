/**
 * Expressions for soundness tests: written apart from the library, so that nothing it believes about mathematics is
 * taken over. They print to LaTeX in many styles, and to mathjs, which is the oracle.
 */
export type Expression =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "variable"; readonly name: string }
  | { readonly op: "pi" | "i" }
  | {
      readonly op: "add" | "subtract" | "multiply" | "divide";
      readonly a: Expression;
      readonly b: Expression;
    }
  | { readonly op: "power"; readonly a: Expression; readonly n: number }
  | { readonly op: "negate" | "sqrt" | "sin" | "cos" | "exp" | "ln" | "abs"; readonly a: Expression };

export type Binary = "add" | "subtract" | "multiply" | "divide";
export type Unary = "negate" | "sqrt" | "sin" | "cos" | "exp" | "ln" | "abs";

export const number = (value: number): Expression =>
  value < 0 ? { op: "negate", a: { op: "number", value: -value } } : { op: "number", value };
export const binary = (op: Binary, a: Expression, b: Expression): Expression => ({ op, a, b });
export const unary = (op: Unary, a: Expression): Expression => ({ op, a });
export const power = (a: Expression, n: number): Expression => ({ op: "power", a, n });

/** Draws one of the ways to write the same thing. */
export type Pick = (count: number) => number;

const SUM = 1;
const PRODUCT = 2;
const ATOM = 3;

function precedence(e: Expression): number {
  switch (e.op) {
    case "add":
    case "subtract":
    case "negate":
      return SUM;
    case "multiply":
    case "divide":
      return PRODUCT;
    case "power":
    case "number":
    case "variable":
    case "pi":
    case "i":
    case "sqrt":
    case "sin":
    case "cos":
    case "exp":
    case "ln":
    case "abs":
      return ATOM;
  }
}

function wrap(e: Expression, least: number, pick: Pick): string {
  const text = toLatex(e, pick);
  if (precedence(e) >= least) return text;
  return pick(2) === 0 ? `(${text})` : `\\left(${text}\\right)`;
}

function fraction(a: Expression, b: Expression, pick: Pick): string {
  const [over, under] = [toLatex(a, pick), toLatex(b, pick)];
  switch (pick(4)) {
    case 0:
      return `\\dfrac{${over}}{${under}}`;
    case 1:
      return `${wrap(a, ATOM, pick)}/(${under})`;
    default:
      return `\\frac{${over}}{${under}}`;
  }
}

function product(a: Expression, b: Expression, pick: Pick): string {
  const [left, right] = [wrap(a, PRODUCT, pick), wrap(b, ATOM, pick)];
  const signs = ["\\cdot ", " \\times ", "*", " "];
  // Two numbers side by side are one number, and `3\frac12` is a mixed number.
  const canJuxtapose =
    /^[a-z(\\]/.test(right) && !/\d$/.test(left) && !right.startsWith("\\frac") && !/[a-z]$/.test(left);
  return left + (signs[pick(canJuxtapose ? 4 : 3)] ?? "*") + right;
}

/** The expression in LaTeX, in one of many styles. */
export function toLatex(e: Expression, pick: Pick): string {
  const gap = pick(2) === 0 ? "" : " ";
  switch (e.op) {
    case "number":
      return String(e.value);
    case "variable":
      return e.name;
    case "pi":
      return "\\pi ";
    case "i":
      return "i";
    case "add":
      return `${wrap(e.a, SUM, pick)}${gap}+${gap}${wrap(e.b, PRODUCT, pick)}`;
    case "subtract":
      return `${wrap(e.a, SUM, pick)}${gap}-${gap}${wrap(e.b, PRODUCT, pick)}`;
    case "multiply":
      return product(e.a, e.b, pick);
    case "divide":
      return fraction(e.a, e.b, pick);
    case "power": {
      const base =
        e.a.op === "number" || e.a.op === "variable" || e.a.op === "i"
          ? toLatex(e.a, pick)
          : `(${toLatex(e.a, pick)})`;
      return `${base}^{${e.n}}`;
    }
    case "negate":
      return `-${wrap(e.a, PRODUCT, pick)}`;
    case "sqrt":
      return `\\sqrt{${toLatex(e.a, pick)}}`;
    case "exp":
      return `e^{${toLatex(e.a, pick)}}`;
    case "abs":
      return `\\left|${toLatex(e.a, pick)}\\right|`;
    case "sin":
    case "cos":
    case "ln":
      return `\\${e.op}\\left(${toLatex(e.a, pick)}\\right)`;
  }
}

/** The expression in the syntax of mathjs, nerdamer and (with `I` for `i`) sympy. */
export function toAscii(e: Expression): string {
  switch (e.op) {
    case "number":
      return String(e.value);
    case "variable":
      return e.name;
    case "pi":
    case "i":
      return e.op;
    case "add":
      return `(${toAscii(e.a)}+${toAscii(e.b)})`;
    case "subtract":
      return `(${toAscii(e.a)}-${toAscii(e.b)})`;
    case "multiply":
      return `(${toAscii(e.a)}*${toAscii(e.b)})`;
    case "divide":
      return `(${toAscii(e.a)}/${toAscii(e.b)})`;
    case "power":
      return `(${toAscii(e.a)}^(${e.n}))`;
    case "negate":
      return `(-${toAscii(e.a)})`;
    case "ln":
      return `log(${toAscii(e.a)})`;
    case "sqrt":
    case "sin":
    case "cos":
    case "exp":
    case "abs":
      return `${e.op}(${toAscii(e.a)})`;
  }
}

/** The operands of an expression. */
export function operands(e: Expression): readonly Expression[] {
  if ("b" in e) return [e.a, e.b];
  return "a" in e ? [e.a] : [];
}

/** The same operation on other operands. */
export function withOperands(e: Expression, [a, b]: readonly Expression[]): Expression {
  if ("b" in e) return { ...e, a: a ?? e.a, b: b ?? e.b };
  return "a" in e ? { ...e, a: a ?? e.a } : e;
}

/** Whether an expression, or an operand of it at any depth, is one of those. */
export function contains(e: Expression, isSuch: (e: Expression) => boolean): boolean {
  return isSuch(e) || operands(e).some((operand) => contains(operand, isSuch));
}
