import {
  decimal,
  type Expression,
  integer,
  node,
  type Operator,
  repeating,
  summation,
  variable,
} from "../expression/expression.js";
import { randomDecimal } from "../expression/generate.js";
import type { Random } from "../random.js";
import type { Rule, RuleClass } from "./rule.js";

/** A rule that reckons with the numbers that are written. */
export function numeralRule(
  ruleClass: RuleClass,
  id: string,
  title: string,
  op: Operator,
  example: (random: Random) => Expression,
  apply: (expression: Expression, random: Random) => Expression | undefined,
): Rule {
  return {
    id,
    title,
    class: ruleClass,
    ops: () => [op],
    apply: (expression, random) => (expression.op === op ? apply(expression, random) : undefined),
    example,
    isReal: false,
  };
}

const exact = numeralRule.bind(null, "exact");
const guarded = numeralRule.bind(null, "guarded");

const anyInteger = (random: Random): Expression => integer(random.between(2, 60));
const anyFraction = (random: Random): Expression =>
  node(
    "divide",
    integer(random.between(1, 40)),
    integer(random.pick([2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 20, 25])),
  );

/** The whole numbers of a quotient of two, the lower one positive. */
export function quotientOf({ args: [over, under] }: Expression): readonly [number, number] | undefined {
  if (over?.op !== "integer" || under?.op !== "integer" || under.value === 0) return undefined;
  return [over.value, under.value];
}

/** The digits of a quotient, as far as they come to an end or repeat early. */
function expand(
  over: number,
  under: number,
): { readonly plain: string; readonly period: string } | undefined {
  const seen = new Map<number, number>();
  const digits: number[] = [];
  let rest = over % under;
  while (rest !== 0 && !seen.has(rest)) {
    if (digits.length > 9) return undefined;
    seen.set(rest, digits.length);
    digits.push(Math.floor((rest * 10) / under));
    rest = (rest * 10) % under;
  }
  const start = rest === 0 ? digits.length : (seen.get(rest) ?? 0);
  const whole = String(Math.floor(over / under));
  return { plain: `${whole}.${digits.slice(0, start).join("")}`, period: digits.slice(start).join("") };
}

function toDecimal(expression: Expression): Expression | undefined {
  const [over, under] = quotientOf(expression) ?? [0, 1];
  const digits = expand(over, under);
  if (digits?.period !== "" || digits.plain.endsWith(".")) return undefined;
  return decimal(digits.plain);
}

function toRepeating(expression: Expression): Expression | undefined {
  const [over, under] = quotientOf(expression) ?? [0, 1];
  const digits = expand(over, under);
  return digits === undefined || digits.period === ""
    ? undefined
    : repeating(`${digits.plain}(${digits.period})`);
}

function decimalToFraction({ name }: Expression): Expression | undefined {
  const places = name.length - name.indexOf(".") - 1;
  return places > 6
    ? undefined
    : node("divide", integer(Number(name.replace(".", ""))), integer(10 ** places));
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === "0") end--;
  return digits.slice(0, end);
}

function toScientific({ value }: Expression): Expression | undefined {
  const digits = String(value);
  if (digits.length < 3 || digits.length > 9) return undefined;
  const fraction = withoutZeros(digits.slice(1));
  const lead = fraction === "" ? integer(Number(digits[0])) : decimal(`${digits[0] ?? ""}.${fraction}`);
  return node("multiply", lead, node("power", integer(10), integer(digits.length - 1)));
}

function splitInteger({ value }: Expression, random: Random): Expression | undefined {
  if (value < 2 || value > 1e6) return undefined;
  const part = random.between(1, value - 1);
  return node("add", integer(part), integer(value - part));
}

/** A divisor, if there is a small one. */
const divisorOf = (value: number): number | undefined =>
  [7, 5, 3, 2].find((divisor) => value > divisor && value % divisor === 0);

function factorInteger({ value }: Expression): Expression | undefined {
  const divisor = divisorOf(value);
  return divisor === undefined ? undefined : node("multiply", integer(divisor), integer(value / divisor));
}

function toMixed(expression: Expression): Expression | undefined {
  const [over, under] = quotientOf(expression) ?? [0, 1];
  if (over <= under || over % under === 0 || under < 2) return undefined;
  return node(
    "add",
    integer(Math.floor(over / under)),
    node("divide", integer(over % under), integer(under)),
  );
}

function extractSquare({ args: [radicand] }: Expression, random: Random): Expression | undefined {
  if (radicand?.op !== "integer" || radicand.value < 2 || radicand.value > 1e6) return undefined;
  const { value } = radicand;
  const root = [5, 4, 3, 2].find((divisor) => value % (divisor * divisor) === 0);
  if (root !== undefined && random.below(2) === 0) {
    return node("multiply", integer(root), node("sqrt", integer(value / (root * root))));
  }
  const factor = random.between(2, 5);
  return node("divide", node("sqrt", integer(value * factor * factor)), integer(factor));
}

function asRoot({ value }: Expression, random: Random): Expression | undefined {
  const index = random.between(3, 4);
  return value < 1 || value > 12 ? undefined : node("root", integer(value ** index), integer(index));
}

function unrollFactorial({ args: [operand] }: Expression): Expression | undefined {
  if (operand?.op !== "integer" || operand.value < 1 || operand.value > 15) return undefined;
  return node("multiply", operand, node("factorial", integer(operand.value - 1)));
}

function otherBinomial({ args: [n, k] }: Expression, random: Random): Expression | undefined {
  if (n?.op !== "integer" || k?.op !== "integer" || k.value > n.value || n.value > 15) return undefined;
  if (random.below(2) === 0) return node("binomial", n, integer(n.value - k.value));
  const factorial = (value: number): Expression => node("factorial", integer(value));
  return node(
    "divide",
    factorial(n.value),
    node("multiply", factorial(k.value), factorial(n.value - k.value)),
  );
}

function asExtreme({ value }: Expression, random: Random): Expression | undefined {
  if (value < 1 || value > 1e6) return undefined;
  if (random.below(2) === 0) return node("maximum", integer(value), integer(value - 1));
  return node("floor", decimal(`${value}.${random.between(1, 9)}`));
}

const index = variable("k");
export const sumOf = (count: number): Expression => summation("k", index, integer(1), integer(count));

/** 1, 3, 6, 10, … as the sum that it is. */
function asSum({ value }: Expression): Expression | undefined {
  const count = Math.round((Math.sqrt(8 * value + 1) - 1) / 2);
  return count >= 2 && count <= 20 && (count * (count + 1)) / 2 === value ? sumOf(count) : undefined;
}

function renameIndex({ name, args: [body, first, last] }: Expression): Expression | undefined {
  const other = name === "k" ? "j" : "k";
  const renamed = (tree: Expression): Expression =>
    tree.op === "variable" && tree.name === name
      ? variable(other)
      : { ...tree, args: tree.args.map(renamed) };
  return summation(other, renamed(body as Expression), first as Expression, last as Expression);
}

const DECIMAL = (random: Random): Expression => randomDecimal(random);

/** The rules about numerals, combinatorics and sums. */
export const NUMERAL_RULES: readonly Rule[] = [
  guarded("E19", "a fraction as a decimal", "divide", anyFraction, toDecimal),
  exact("E20", "a decimal as a fraction", "decimal", DECIMAL, decimalToFraction),
  exact("E21", "zeros at the end of a decimal", "decimal", DECIMAL, ({ name }) =>
    name.length > 9 ? undefined : decimal(`${name}0`),
  ),
  exact("E22", "a whole number as a sum or a product", "integer", anyInteger, (expression, random) =>
    random.below(2) === 0 ? splitInteger(expression, random) : factorInteger(expression),
  ),
  guarded("E23", "a mixed number", "divide", anyFraction, toMixed),
  exact("E24", "a repeating decimal", "divide", anyFraction, toRepeating),
  exact(
    "E25",
    "scientific notation",
    "integer",
    (random) => integer(random.between(100, 99_999)),
    toScientific,
  ),
  guarded(
    "E27",
    "a square taken out of a root",
    "sqrt",
    (random) => node("sqrt", anyInteger(random)),
    extractSquare,
  ),
  guarded("E31", "a whole number as a root", "integer", (random) => integer(random.between(1, 12)), asRoot),
  guarded(
    "E44",
    "the last factor of a factorial",
    "factorial",
    (random) => node("factorial", integer(random.between(1, 9))),
    unrollFactorial,
  ),
  guarded(
    "E45",
    "a binomial coefficient otherwise",
    "binomial",
    (random) => node("binomial", integer(random.between(5, 9)), integer(random.between(0, 5))),
    otherBinomial,
  ),
  guarded(
    "E48",
    "a number as a sum over an index",
    "integer",
    (random) => integer(random.pick([3, 6, 10, 15])),
    asSum,
  ),
  exact("E49", "another name of an index", "summation", (random) => sumOf(random.between(2, 6)), renameIndex),
  guarded("E50", "the greater of two, and rounded down", "integer", anyInteger, asExtreme),
];
