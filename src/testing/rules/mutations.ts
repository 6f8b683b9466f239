import {
  constant,
  decimal,
  type Expression,
  integer,
  node,
  summation,
  variable,
} from "../expression/expression.js";
import { evaluate } from "../expression/evaluate.js";
import { randomDecimal } from "../expression/generate.js";
import type { Random } from "../random.js";
import { numeralRule, quotientOf, sumOf } from "./numeral-rules.js";
import { type Guards, patternRule } from "./pattern-rule.js";
import type { Rule } from "./rule.js";

const shape = (id: string, title: string, texts: readonly string[], guards?: Guards): Rule =>
  patternRule("mutation", id, title, texts, guards);
const reckon = numeralRule.bind(null, "mutation");

const anyInteger = (random: Random): Expression => integer(random.between(1, 999));
const long = (random: Random): Expression => integer(random.between(12, 9999));
const MAX = 1e12;

const swapDigits = ({ value }: Expression, random: Random): Expression | undefined => {
  const digits = String(value);
  const at = digits.length < 2 ? -1 : random.below(digits.length - 1);
  const [a, b] = [digits[at], digits[at + 1]];
  if (a === undefined || b === undefined || a === b || (at === 0 && b === "0")) return undefined;
  return integer(Number(digits.slice(0, at) + b + a + digits.slice(at + 2)));
};

/** The point one place to the right. */
function shiftPoint({ name }: Expression): Expression | undefined {
  const point = name.indexOf(".");
  const digits = name.replace(".", "");
  const [whole, rest] = [digits.slice(0, point + 1), digits.slice(point + 1)];
  return rest === "" ? integer(Number(whole)) : decimal(`${String(Number(whole))}.${rest}`);
}

const lastDigit = ({ name }: Expression): Expression =>
  decimal(name.slice(0, -1) + String((Number(name.slice(-1)) + 1) % 10));

function roundedQuotient(expression: Expression, random: Random): Expression | undefined {
  const [over, under] = quotientOf(expression) ?? [0, 1];
  const value = over / under;
  const text = value.toFixed(random.between(1, 4));
  return Number.isInteger(value) || /^0\.0*$/.test(text) ? undefined : decimal(text);
}

function roundedRoot(expression: Expression, random: Random): Expression | undefined {
  const { value } = evaluate(expression, {});
  return Number.isFinite(value) && value < 1e6 ? decimal(value.toFixed(random.between(1, 4))) : undefined;
}

const anyFraction = (random: Random): Expression =>
  node("divide", integer(random.between(1, 40)), integer(random.pick([3, 6, 7, 9, 11, 12, 13])));
const anySurd = (random: Random): Expression => node("sqrt", integer(random.between(2, 50)));
const variableOf = (random: Random): Expression => variable(random.pick(["x", "y"]));

/** Ways to spoil an expression; each result has to be confirmed, since some change nothing. */
export const MUTATIONS: readonly Rule[] = [
  reckon("M1", "a whole number off by one", "integer", anyInteger, ({ value }, random) =>
    integer(random.below(2) === 0 ? value + 1 : Math.abs(value - 1)),
  ),
  shape("M2", "a sign", ["a -> -a"]),
  reckon("M3", "two digits swapped", "integer", long, swapDigits),
  reckon("M4", "the last digit left out", "integer", long, ({ value }) =>
    value < 10 ? undefined : integer(Math.floor(value / 10)),
  ),
  reckon("M5", "a zero behind it", "integer", anyInteger, ({ value }) =>
    value > MAX ? undefined : integer(value * 10),
  ),
  reckon("M6", "the point one place on", "decimal", randomDecimal, shiftPoint),
  reckon("M7", "the last digit of a decimal", "decimal", randomDecimal, lastDigit),
  shape("M8", "a fraction turned over", ["a/b -> b/a"]),
  shape("M9", "without the denominator", ["a/b -> a"]),
  reckon("M9", "another numerator", "divide", anyFraction, ({ args: [over, under] }) =>
    over?.op === "integer" ? node("divide", integer(over.value + 1), under as Expression) : undefined,
  ),
  reckon("M9", "another denominator", "divide", anyFraction, ({ args: [over, under] }) =>
    under?.op === "integer" ? node("divide", over as Expression, integer(under.value + 1)) : undefined,
  ),
  shape("M10", "plus for minus", ["a+b -> a-b", "a-b -> a+b"]),
  shape("M11", "a difference turned round", ["a-b -> b-a"]),
  shape("M12", "plus for times", ["a*b -> a+b"]),
  shape("M13", "a term left out", ["a+b -> a", "a+b -> b", "a-b -> a"]),
  shape("M14", "a factor left out", ["a*b -> a", "a*b -> b"]),
  shape("M15", "base and exponent swapped", ["a^n -> n^a"]),
  shape("M16", "another exponent", ["a^2 -> a^3", "a^3 -> a^2", "a^4 -> a^3", "a -> a^2"]),
  shape("M16", "the sign of an exponent", ["a^(-n) -> a^n", "a^n -> a^(-n)"]),
  shape("M16", "another exponent of e", ["exp(a) -> exp(a+1)", "exp(a) -> exp(-a)"], { most: 5 }),
  shape("M17", "a root more or less", ["sqrt(a) -> a", "a -> sqrt(a)"], { most: 5 }),
  shape("M18", "another index or base", [
    "sqrt(a) -> root(a, 3)",
    "log(a, n) -> ln(a)",
    "ln(a) -> log(a, 2)",
  ]),
  shape("M19", "sine for cosine, radians for degrees", [
    "sin(a) -> cos(a)",
    "cos(a) -> sin(a)",
    "sin(deg(n)) -> sin(n)",
  ]),
  shape("M20", "bars left out", ["abs(a) -> a"]),
  shape("M21", "a factorial left out", ["n! -> n"]),
  shape("M22", "a binomial coefficient's lower number", ["binomial(n, k) -> binomial(k, n)"]),
  reckon(
    "M22",
    "another lower number of a binomial coefficient",
    "binomial",
    (random) => node("binomial", integer(random.between(3, 9)), integer(random.between(1, 3))),
    ({ args: [n, k] }) =>
      k?.op === "integer" && k.value > 0
        ? node("binomial", n as Expression, integer(k.value - 1))
        : undefined,
  ),
  reckon(
    "M22",
    "another end of a sum",
    "summation",
    (random) => sumOf(random.between(2, 6)),
    ({ name, args: [body, first, last] }) =>
      last?.op === "integer"
        ? summation(name, body as Expression, first as Expression, integer(last.value + 1))
        : undefined,
  ),
  shape("M23", "brackets of a fraction left out", ["(a+b)/c -> a+b/c", "a/(b+c) -> a/b+c"]),
  shape("M23", "brackets left out", [
    "(-a)^2 -> -a^2",
    "a/(b*c) -> a/b*c",
    "a-(b+c) -> a-b+c",
    "a*(b+c) -> a*b+c",
  ]),
  reckon("M24", "another variable", "variable", variableOf, (expression) =>
    variable(expression.name === "x" ? "y" : "x"),
  ),
  reckon("M25", "a number for a variable", "variable", variableOf, (_, random) => integer(random.below(3))),
  reckon(
    "M26",
    "a constant left out",
    "constant",
    (random) => constant(random.pick(["pi", "e"])),
    () => integer(1),
  ),
  shape("M26", "a factor of pi left out", ["pi*a -> a", "a*pi -> a"]),
  reckon(
    "M27",
    "3.14 for pi",
    "constant",
    () => constant("pi"),
    (expression) => decimal(expression.name === "pi" ? "3.14" : "2.72"),
  ),
  reckon("M28", "a fraction rounded", "divide", anyFraction, roundedQuotient),
  reckon("M28", "a root rounded", "sqrt", anySurd, roundedRoot),
  reckon("M29", "a little more", "integer", anyInteger, ({ value }, random) =>
    decimal(`${value}.${"0".repeat(random.pick([2, 5, 8]))}1`),
  ),
  reckon(
    "M30",
    "a large number off by one",
    "integer",
    (random) => integer(random.between(1e4, 2 ** 31)),
    ({ value }) => (value > 9999 ? integer(value + 1) : undefined),
  ),
  reckon(
    "M31",
    "a tiny number for another",
    "divide",
    (random) => node("divide", integer(1), node("power", integer(2), integer(random.between(30, 60)))),
    tinier,
  ),
  shape("M32", "a factor of a hundred", ["a -> 100*a"], { most: 9 }),
  reckon("M32", "a hundred times the number", "integer", anyInteger, ({ value }) =>
    value > MAX ? undefined : integer(value * 100),
  ),
];

function tinier({ op, args: [over, under] }: Expression): Expression | undefined {
  const [base, exponent] = under?.op === "power" ? under.args : [];
  if (op !== "divide" || over === undefined || base === undefined || exponent?.op !== "integer")
    return undefined;
  return node("divide", over, node("power", base, integer(exponent.value + 1)));
}
