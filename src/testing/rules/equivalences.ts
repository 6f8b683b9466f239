import { NUMERAL_RULES } from "./numeral-rules.js";
import { type Guards, patternRule } from "./pattern-rule.js";
import type { Rule } from "./rule.js";

const exact = (id: string, title: string, texts: readonly string[], guards?: Guards): Rule =>
  patternRule("exact", id, title, texts, guards);
const guarded = (id: string, title: string, texts: readonly string[], guards?: Guards): Rule =>
  patternRule("guarded", id, title, texts, guards);

/** Ways to write the same value on the same domain. */
export const EQUIVALENCES: readonly Rule[] = [
  exact("E1", "terms in another order", ["a+b -> b+a"]),
  exact("E2", "factors in another order", ["a*b -> b*a"]),
  exact("E3", "sums nested otherwise", ["(a+b)+c -> a+(b+c)", "a+(b+c) -> (a+b)+c"]),
  exact("E4", "products nested otherwise", ["(a*b)*c -> a*(b*c)", "a*(b*c) -> (a*b)*c"]),
  exact("E5", "a difference as a sum", ["a-b -> a+(-b)", "a+(-b) -> a-b"]),
  exact("E6", "a difference turned round", ["a-b -> -(b-a)"]),
  exact("E7", "two minus signs", ["a -> -(-a)"], { most: 11 }),
  exact("E8", "a minus sign as a factor", ["-a -> (-1)*a"]),
  exact("E9", "a minus sign over a sum", ["-(a+b) -> -a-b"]),
  exact("E10", "where the minus sign of a fraction stands", [
    "-(a/b) -> (-a)/b",
    "-(a/b) -> a/(-b)",
    "a/b -> (-a)/(-b)",
  ]),
  exact(
    "E11",
    "nothing added, nothing multiplied",
    ["a -> a+0", "a -> 0+a", "a -> 1*a", "a -> a/1", "a -> a^1"],
    {
      most: 11,
    },
  ),
  exact("E12", "distributed and factored", [
    "a*(b+c) -> a*b+a*c",
    "a*b+a*c -> a*(b+c)",
    "(b+c)*a -> b*a+c*a",
  ]),
  exact("E13", "binomial formulas", [
    "(a+b)^2 -> a^2+2*a*b+b^2",
    "a^2-b^2 -> (a-b)*(a+b)",
    "(a-b)*(a+b) -> a^2-b^2",
    "(a-b)^2 -> a^2-2*a*b+b^2",
  ]),
  exact("E14", "a power as a product", ["a^2 -> a*a", "a^3 -> a^2*a", "a^3 -> a*a*a", "a^4 -> a^2*a^2"]),
  exact("E15", "a double as a sum", ["2*a -> a+a", "a*2 -> a+a", "3*a -> a+2*a"]),
  guarded("E16", "a fraction extended", ["a/b -> (r*a)/(r*b)"]),
  exact("E17", "division as multiplication", ["a/b -> a*(1/b)", "a/b -> a*b^(-1)", "a*(1/b) -> a/b"]),
  exact("E18", "a fraction split", ["(a+b)/c -> a/c+b/c", "a/c+b/c -> (a+b)/c", "(a-b)/c -> a/c-b/c"]),
  exact("E26", "a square root as a power", ["sqrt(a) -> a^(1/2)"]),
  guarded("E28", "a root out of the denominator", ["a/sqrt(b) -> (a*sqrt(b))/b"], { positive: "b" }),
  guarded("E29", "the root of a product", ["sqrt(a*b) -> sqrt(a)*sqrt(b)", "sqrt(a)*sqrt(b) -> sqrt(a*b)"], {
    nonnegative: "ab",
  }),
  exact("E30", "the root of a square", ["sqrt(a^2) -> abs(a)", "abs(a) -> sqrt(a^2)"], { isReal: true }),
  guarded("E32", "a power of a product", ["(a*b)^n -> a^n*b^n", "a^n*b^n -> (a*b)^n"]),
  exact("E33", "negative exponents", ["1/a^n -> a^(-n)", "a^(-n) -> 1/a^n"]),
  guarded("E34", "a power of a power", [
    "(a^2)^3 -> a^6",
    "(a^3)^2 -> a^6",
    "a^2*a^3 -> a^5",
    "a^5 -> a^2*a^3",
  ]),
  guarded(
    "E35",
    "the logarithm of a product",
    ["ln(a*b) -> ln(a)+ln(b)", "ln(a)+ln(b) -> ln(a*b)", "ln(a/b) -> ln(a)-ln(b)"],
    { positive: "ab" },
  ),
  guarded("E36", "the logarithm of a power", ["ln(a^n) -> n*ln(a)", "n*ln(a) -> ln(a^n)"], { positive: "a" }),
  guarded("E37", "another base", ["log(a, n) -> ln(a)/ln(n)"], { most: 5 }),
  exact("E38", "the logarithm of an exponential", ["a -> ln(exp(a))"], { most: 3, isReal: true }),
  exact(
    "E39",
    "odd and even functions",
    ["sin(a) -> -sin(-a)", "cos(a) -> cos(-a)", "tan(a) -> -tan(-a)", "arctan(a) -> -arctan(-a)"],
    { most: 8 },
  ),
  exact(
    "E40",
    "a shifted angle",
    ["sin(a) -> cos(pi/2-a)", "cos(a) -> sin(pi/2-a)", "sin(a) -> sin(a+2*pi)", "cos(a) -> cos(a+2*pi)"],
    { most: 4 },
  ),
  exact(
    "E41",
    "twice the angle",
    [
      "sin(2*a) -> 2*sin(a)*cos(a)",
      "2*sin(a)*cos(a) -> sin(2*a)",
      "sin(a)^2+cos(a)^2 -> 1",
      "cos(2*a) -> 1-2*sin(a)^2",
    ],
    { most: 4 },
  ),
  exact("E42", "tangent by sine and cosine", ["tan(a) -> sin(a)/cos(a)"], { most: 6 }),
  exact("E43", "degrees and radians", [
    "sin(deg(n)) -> sin(n*pi/180)",
    "cos(deg(n)) -> cos(n*pi/180)",
    "sin(pi/6) -> sin(deg(30))",
    "cos(pi/3) -> cos(deg(60))",
  ]),
  exact("E46", "bars around the opposite", ["abs(a) -> abs(-a)", "abs(a-b) -> abs(b-a)"]),
  exact("E52", "Horner's form", ["a^2+n*a -> a*(a+n)", "a^2+n*a+m -> a*(a+n)+m", "a^3+n*a -> a*(a^2+n)"]),
  ...NUMERAL_RULES,
];

/** Ways to write the same value, that hold where both are defined. */
export const DOMAIN_RULES: readonly Rule[] = [
  patternRule("domain", "D1", "what cancels", ["a*b/b -> a", "a -> a*(x/x)"], { most: 7 }),
  patternRule("domain", "D2", "turned over twice", ["a -> 1/(1/a)", "1 -> x^0"], { most: 7 }),
  patternRule("domain", "D3", "a function and its inverse", ["a -> exp(ln(a))", "a -> sqrt(a)^2"], {
    most: 5,
  }),
];

/** Famous mistakes, that are used as mutations alone. */
export const UNSOUND_RULES: readonly Rule[] = [
  patternRule("unsound", "U1", "the root of a square without bars", ["sqrt(a^2) -> a"]),
  patternRule("unsound", "U2", "the root of a sum, term by term", ["sqrt(a+b) -> sqrt(a)+sqrt(b)"]),
  patternRule("unsound", "U3", "the logarithm of a square halved", ["ln(a^2) -> 2*ln(a)"]),
  patternRule("unsound", "U4", "half of the exponent 2", ["(a^2)^(1/2) -> a"]),
  patternRule("unsound", "U5", "a third of the exponent 3", ["(a^3)^(1/3) -> a"]),
  patternRule("unsound", "U6", "the arcsine of a sine", ["arcsin(sin(a)) -> a"], { most: 4 }),
  patternRule("unsound", "U7", "the arctangent of a tangent", ["arctan(tan(a)) -> a"], { most: 4 }),
  patternRule("unsound", "U8", "terms cancelled", ["(a+b)/(a+c) -> b/c", "(a+b)/a -> b"]),
];
