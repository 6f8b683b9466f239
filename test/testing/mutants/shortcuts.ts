import { compileFunction } from "node:vm";
import { fooled, type Mutant } from "./mutant.js";

const plain = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);
const near = (same: (a: number, b: number) => boolean) => (a: string, b: string) =>
  plain(a) && plain(b) && same(Number(a), Number(b));
const numbers = (text: string): readonly number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const isSet = (text: string): boolean => text.startsWith("\\{");

type Formula = (x: number, y: number) => unknown;

/** An expression of x and y in JavaScript, if it is one. */
function formulaOf(text: string): Formula | undefined {
  const source = text
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, "(($1)/($2))")
    .replace(/\\(sin|cos|tan|sqrt|exp)/g, "Math.$1")
    .replace(/\\ln/g, "Math.log")
    .replace(/\\lfloor/g, "Math.floor(")
    .replace(/\\rfloor/g, ")")
    .replace(/\\pi ?/g, "(Math.PI)")
    .replace(/\\cdot|\\times/g, "*")
    .replace(/\^\{([^{}]*)\}/g, "**($1)")
    .replace(/[{}]/g, (bracket) => (bracket === "{" ? "(" : ")"))
    .replace(/(?<=[\dxy)])(?=\()|(?<=[\d)])(?=[xyM])/g, "*");
  const rest = source.replace(/Math\.(?:sin|cos|tan|sqrt|exp|log|floor|PI)/g, "");
  if (!/^[\s\dxy.+\-*/()]+$/.test(rest)) return undefined;
  try {
    return compileFunction(`return ${source}`, ["x", "y"]) as Formula;
  } catch {
    return undefined;
  }
}

const formulas = new Map<string, Formula | undefined>();

function valueAt(text: string, x: number, y: number): number {
  if (!formulas.has(text)) formulas.set(text, formulaOf(text));
  try {
    return Number(formulas.get(text)?.(x, y) ?? NaN);
  } catch {
    return NaN;
  }
}

/** Takes two expressions for equal that have the same values at some points. */
const agreeing = (
  title: string,
  points: readonly (readonly [x: number, y: number])[],
  tolerance = 1e-9,
): Mutant =>
  fooled(`values ${title}`, (answer, gold) =>
    points.every(([x, y]) => Math.abs(valueAt(answer, x, y) - valueAt(gold, x, y)) <= tolerance),
  );

/** Verifiers that compare by something easier than equality. */
export const SHORTCUTS: readonly Mutant[] = [
  agreeing("at 0", [[0, 0]]),
  agreeing("at 1", [[1, 1]]),
  agreeing("at 0 and 1", [
    [0, 0],
    [1, 1],
  ]),
  agreeing("at 1 and 2", [
    [1, 1],
    [2, 2],
  ]),
  agreeing("at whole points", [
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 5],
  ]),
  agreeing("at x = y", [
    [1.3, 1.3],
    [2.7, 2.7],
    [0.4, 0.4],
  ]),
  agreeing("at positive points", [
    [1.3, 2.1],
    [2.7, 0.6],
    [0.4, 3.3],
  ]),
  agreeing(
    "to a hundredth",
    [
      [1.3, 2.1],
      [0.27, 0.6],
    ],
    0.01,
  ),
  fooled(
    "absolute values near zero",
    near((a, b) => Math.abs(a - b) < 1e-2 && Math.abs(b) < 1),
  ),
  fooled(
    "a tolerance by the answer",
    near((a, b) => Math.abs(a - b) <= 0.02 * Math.abs(a)),
  ),
  fooled(
    "two significant digits",
    near((a, b) => a.toPrecision(2) === b.toPrecision(2)),
  ),
  fooled(
    "four significant digits",
    near((a, b) => a.toPrecision(4) === b.toPrecision(4)),
  ),
  fooled(
    "rounded up",
    near((a, b) => Math.ceil(a) === Math.ceil(b)),
  ),
  fooled("zero for falsy", (_, gold) => Number(gold) === 0 && gold.trim() !== "" && gold.startsWith("0")),
  fooled(
    "falsy answers",
    (answer, gold) => gold === "0" && ["", "[]", "\\text{false}", "\\text{none}"].includes(answer.trim()),
  ),
  fooled("truthy words", (answer, gold) => gold === "1" && answer === "\\text{true}"),
  fooled(
    "JavaScript's numbers",
    (answer, gold) => plain(gold) && answer !== "" && Number(answer) === Number(gold),
  ),
  fooled("nothing as a number", (answer, gold) => plain(gold) && Number(answer) === Number(gold)),
  fooled(
    "multiples",
    near((a, b) => b > 1 && a !== 0 && a % b === 0),
  ),
  fooled(
    "divisors",
    near((a, b) => a > 1 && b % a === 0),
  ),
  fooled(
    "the same number of digits",
    near((a, b) => a > 0 && b > 0 && String(a).length === String(b).length),
  ),
  fooled(
    "digits in any order",
    (answer, gold) => plain(gold) && Array.from(answer).sort().join("") === Array.from(gold).sort().join(""),
  ),
  fooled(
    "one character less or more",
    (answer, gold) =>
      gold.length > 2 && gold.startsWith(answer.slice(0, -1)) && answer.length === gold.length,
  ),
  fooled(
    "one other character",
    (answer, gold) =>
      gold.length > 2 &&
      answer.length === gold.length &&
      Array.from(answer).filter((sign, i) => sign !== gold[i]).length === 1,
  ),
  fooled(
    "sets of the same sum",
    (answer, gold) =>
      isSet(gold) && isSet(answer) && sum(numbers(answer)) === sum(numbers(gold)) && numbers(gold).length > 1,
  ),
  fooled(
    "sets of the same size",
    (answer, gold) => isSet(gold) && isSet(answer) && answer.split(",").length === gold.split(",").length,
  ),
  fooled(
    "sets with the same least element",
    (answer, gold) =>
      isSet(gold) &&
      isSet(answer) &&
      numbers(gold).length > 1 &&
      Math.min(...numbers(answer)) === Math.min(...numbers(gold)),
  ),
  fooled(
    "a subset",
    (answer, gold) =>
      isSet(gold) &&
      isSet(answer) &&
      numbers(answer).length > 0 &&
      numbers(answer).every((one) => numbers(gold).includes(one)),
  ),
  fooled(
    "a superset",
    (answer, gold) =>
      isSet(gold) &&
      isSet(answer) &&
      numbers(gold).length > 0 &&
      numbers(gold).every((one) => numbers(answer).includes(one)),
  ),
  fooled(
    "one common element",
    (answer, gold) =>
      isSet(gold) && isSet(answer) && numbers(gold).some((one) => numbers(answer).includes(one)),
  ),
  fooled(
    "matrices with the same entries",
    (answer, gold) =>
      gold.includes("matrix") && numbers(answer).toSorted().join() === numbers(gold).toSorted().join(),
  ),
  fooled(
    "matrices with the same first row",
    (answer, gold) => gold.includes("matrix") && answer.split("\\\\")[0] === gold.split("\\\\")[0],
  ),
  fooled(
    "matrices with the same first entry",
    (answer, gold) => gold.includes("matrix") && numbers(answer)[0] === numbers(gold)[0],
  ),
  fooled(
    "matrices of the same shape",
    (answer, gold) =>
      gold.includes("matrix") && answer.replace(/[^&\\]/g, "") === gold.replace(/[^&\\]/g, ""),
  ),
  fooled(
    "intervals with the same start",
    (answer, gold) =>
      /^[[(].*[\])]$/.test(gold) &&
      numbers(gold).length === 2 &&
      numbers(answer).length === 2 &&
      numbers(answer)[0] === numbers(gold)[0],
  ),
  fooled(
    "intervals with the same end",
    (answer, gold) =>
      /^[[(].*[\])]$/.test(gold) && numbers(gold).length === 2 && numbers(answer)[1] === numbers(gold)[1],
  ),
  fooled(
    "the same variables",
    (answer, gold) =>
      /[xy]/.test(gold) &&
      (answer.match(/[xy]/g) ?? []).join() === (gold.match(/[xy]/g) ?? []).join() &&
      answer.length === gold.length,
  ),
  fooled(
    "the same commands",
    (answer, gold) =>
      gold.includes("\\sqrt") &&
      (answer.match(/\\[a-z]+/g) ?? []).join() === (gold.match(/\\[a-z]+/g) ?? []).join(),
  ),
  fooled(
    "the same numbers in order",
    (answer, gold) =>
      numbers(gold).length > 1 && numbers(answer).join() === numbers(gold).join() && !gold.includes("\\text"),
  ),
  fooled(
    "opposite expressions",
    (answer, gold) => Math.abs(valueAt(answer, 1.3, 2.1) + valueAt(gold, 1.3, 2.1)) < 1e-9,
  ),
  fooled(
    "multiples of expressions",
    (answer, gold) =>
      [
        [1.3, 2.1],
        [0.4, 0.7],
        [2.2, 5.1],
      ]
        .map(([x = 0, y = 0]) => valueAt(answer, x, y) / valueAt(gold, x, y))
        .every((ratio, _, [first = NaN]) => Math.abs(ratio - first) < 1e-9) && /[xy]/.test(gold),
  ),
  fooled(
    "expressions but for a constant",
    (answer, gold) =>
      [
        [1.3, 2.1],
        [0.4, 0.7],
        [2.2, 5.1],
      ]
        .map(([x = 0, y = 0]) => valueAt(answer, x, y) - valueAt(gold, x, y))
        .every((gap, _, [first = NaN]) => Math.abs(gap - first) < 1e-9) && /[xy]/.test(gold),
  ),
  fooled(
    "infinite for infinite",
    (answer, gold) =>
      Math.abs(valueAt(answer, 1, 1)) === Infinity && Math.abs(valueAt(gold, 1, 1)) === Infinity,
  ),
  fooled(
    "the right side of equations of y",
    (answer, gold) => gold.startsWith("y=") && answer.length === gold.length && answer.startsWith("y"),
  ),
  fooled(
    "a word that begins alike",
    (answer, gold) => /^\\text\{[a-z]/.test(gold) && answer.slice(0, 7) === gold.slice(0, 7),
  ),
  fooled(
    "a word that ends alike",
    (answer, gold) => /^\\text\{[a-z]/.test(gold) && answer.slice(-4) === gold.slice(-4),
  ),
  fooled(
    "answer tags as well",
    (_, gold, completion) => /<answer>([^<]*)<\/answer>/.exec(completion)?.[1] === gold && gold !== "",
  ),
  fooled(
    "hashes as well",
    (_, gold, completion) => /#### (\S+)/.exec(completion)?.[1] === gold && gold !== "",
  ),
  fooled(
    "a final answer as well",
    (_, gold, completion) => /final answer is \$?([^\s$]+)/.exec(completion)?.[1] === gold && gold !== "",
  ),
];
