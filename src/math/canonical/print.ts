import type { Node } from "../ast.js";

/** How tightly a printed expression binds; parentheses stand around what binds less than its place asks. */
const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const ATOM = 4;

interface Printed {
  readonly text: string;
  readonly binding: number;
}

function place({ text, binding }: Printed, needed: number): string {
  return binding < needed ? `(${text})` : text;
}

function printSum(terms: readonly Node[]): Printed {
  let text = "";
  for (const term of terms) {
    const negated = term.kind === "negation";
    const part = place(print(negated ? term.operand : term), PRODUCT);
    if (text === "") text = negated ? `-${part}` : part;
    else text += negated ? ` - ${part}` : ` + ${part}`;
  }
  return { text, binding: SUM };
}

function printCall(name: string, args: readonly Node[]): Printed {
  const texts = args.map((arg) => print(arg).text);
  if (name === "root" && texts[1] === "2") return { text: `sqrt(${texts[0] ?? ""})`, binding: ATOM };
  if (name === "factorial" && args[0] !== undefined)
    return { text: `${place(print(args[0]), ATOM)}!`, binding: ATOM };
  return { text: `${name}(${texts.join(", ")})`, binding: ATOM };
}

function print(node: Node): Printed {
  switch (node.kind) {
    case "number":
      return { text: node.literal, binding: ATOM };
    case "symbol":
    case "constant":
      return { text: node.name, binding: ATOM };
    case "negation":
      return { text: `-${place(print(node.operand), PRODUCT)}`, binding: SUM };
    case "sum":
      return printSum(node.terms);
    case "product":
      return {
        text: node.factors.map((factor) => place(print(factor), PRODUCT)).join("*"),
        binding: PRODUCT,
      };
    case "quotient": {
      const [over, under] = [print(node.numerator), print(node.denominator)];
      return { text: `${place(over, PRODUCT)}/${place(under, POWER)}`, binding: PRODUCT };
    }
    case "power":
      return {
        text: `${place(print(node.base), ATOM)}^${place(print(node.exponent), ATOM)}`,
        binding: POWER,
      };
    case "call":
    case "application":
      return printCall(node.name, node.args);
    default:
      return { text: node.kind, binding: ATOM };
  }
}

/** A scalar expression as plain text. */
export function printNode(node: Node): string {
  return print(node).text;
}
