import { createRandom, type Random } from "../../random.js";
import { type Case, type Cell, fixedCase } from "../../verifier/case.js";
import { cell } from "../../verifier/suite.js";
import type { VerifierItem } from "../../verifier/target.js";
import { both, earns, lessThanSecond, moreThanSecond, type RewardContext } from "../context.js";
import type { CountdownTraits, RewardTask } from "../traits.js";

/** An answer to a puzzle: the numbers, what is to be made of them, and what was written. */
interface Attempt {
  readonly numbers: readonly number[];
  readonly target: number;
  readonly expression: string;
}

/** Four different numbers of which none is made of the others by chance: they are far from each other. */
function drawNumbers(random: Random): readonly [number, number, number, number] {
  return [random.between(2, 5), random.between(7, 12), random.between(20, 30), random.between(50, 90)];
}

type Write = (random: Random) => Attempt;
type Written = readonly (readonly [title: string, write: Write])[];

const of = (numbers: readonly number[], target: number, expression: string): Attempt => ({
  numbers,
  target,
  expression,
});

/** What solves the puzzle. */
const SOLUTIONS: Written = [
  ["a sum", (random) => ofSum(drawNumbers(random))],
  [
    "without spaces",
    (random) => {
      const [a, b, c, d] = drawNumbers(random);
      return of([a, b, c, d], d - c + a * b, `${d}-${c}+${a}*${b}`);
    },
  ],
  [
    "in brackets, in another order",
    (random) => {
      const [a, b, c, d] = drawNumbers(random);
      return of([a, b, c, d], (c + d) * (b - a), `((${d} + ${c}) * (${b} - ${a}))`);
    },
  ],
  [
    "through a fraction",
    (random) => {
      const [a, b] = drawNumbers(random);
      return of([a, b, b * a, 1], a * a + 1, `${a} / ${b} * ${b * a} + 1`);
    },
  ],
  [
    "through a negative number",
    (random) => {
      const [a, , c, d] = drawNumbers(random);
      return of([a, c, d], a - c + d, `(${a} - ${c}) + ${d}`);
    },
  ],
  [
    "of a number that is there twice",
    (random) => {
      const [a, b] = drawNumbers(random);
      return of([a, b, a], a * b + a, `${a} * ${b} + ${a}`);
    },
  ],
];

const ofSum = (numbers: readonly number[]): Attempt =>
  of(
    numbers,
    numbers.reduce((sum, number) => sum + number, 0),
    numbers.join(" + "),
  );

/** Plain arithmetic that does not solve it: the value or the numbers are others. */
const WRONG: Written = [
  ["another value", (random) => ({ ...ofSum(drawNumbers(random)), target: random.between(1000, 2000) })],
  [
    "the value plus one",
    (random) => {
      const { numbers, target, expression } = ofSum(drawNumbers(random));
      return of(numbers, target + 1, expression);
    },
  ],
  ["a value that rounds to it", () => of([1000, 3], 333, "1000 / 3")],
  ["minus the value", () => of([5, 20, 3], 18, "5 - 20 - 3")],
  [
    "a number is used twice",
    (random) => {
      const [a, b, c] = drawNumbers(random);
      return of([a, b, c], a + b + c + a, `${a} + ${b} + ${c} + ${a}`);
    },
  ],
  [
    "a number that is not there",
    (random) => {
      const [a, b, c] = drawNumbers(random);
      return of([a, b, c], a + b + c + 100, `${a} + ${b} + ${c} + 100`);
    },
  ],
  ["the target alone", () => of([2, 3, 4], 24, "24")],
  [
    "a claimed result",
    (random) => {
      const { numbers, target, expression } = ofSum(drawNumbers(random));
      return of(numbers, target + 7, `${expression} = ${target + 7}`);
    },
  ],
  ["the target, said to be made", () => of([2, 3, 5], 24, "2 + 3 + 5 + 14 = 24")],
  ["a comment", () => of([2, 3, 5], 24, "24 # 2 + 3 + 5")],
  ["a number in a comment", () => of([2, 3, 4], 5, "2 + 3 # 4")],
  ["a number in another comment", () => of([2, 3, 4], 5, "2 + 3 // 4")],
  ["nothing", () => of([2, 3, 4], 24, "")],
];

/** What solves it if not every number has to be used. */
const PARTIAL: Written = [
  [
    "a number is left out",
    (random) => {
      const [a, b, c, d] = drawNumbers(random);
      return of([a, b, c, d], b + c + d, `${b} + ${c} + ${d}`);
    },
  ],
];

/** What evaluates to the target in some language, but is no sum, difference, product or quotient. */
const OPERATORS: Written = [
  ["a power", () => of([2, 3], 8, "2**3")],
  ["a power by a caret", () => of([2, 3], 8, "2^3")],
  ["a caret of bits", () => of([6, 3], 5, "6^3")],
  ["a quotient without its rest", () => of([7, 2], 3, "7//2")],
  ["a rest", () => of([7, 4], 3, "7 % 4")],
  ["a shift", () => of([1, 3], 8, "1 << 3")],
  ["an or of bits", () => of([6, 1], 7, "6 | 1")],
  ["an and of bits", () => of([6, 3], 2, "6 & 3")],
  ["a factorial", () => of([4], 24, "4!")],
  ["a root", () => of([16, 3], 12, "sqrt(16) * 3")],
  ["a greatest number", () => of([9, 5], 9, "max(9, 5)")],
  ["a rounded one", () => of([7, 2], 4, "round(7 / 2)")],
  ["a choice", () => of([5, 6], 5, "5 if True else 6")],
  ["an and of words", () => of([5, 6], 6, "5 and 6")],
];

/** Numerals that are read as the numbers given, or as others that are made of their digits. */
const NUMERALS: Written = [
  ["two numbers as one", () => of([1, 2], 12, "12")],
  ["two numbers side by side", () => of([2, 3], 6, "2(3)")],
  ["digits with a space between", () => of([2, 3], 23, "2 3")],
  ["a decimal of two numbers", () => of([1, 5, 2], 3, "1.5 * 2")],
  ["a decimal without its beginning", () => of([5, 4], 2, ".5 * 4")],
  ["an exponent", () => of([1, 2], 100, "1e2")],
  ["a hexadecimal numeral", () => of([0, 10], 16, "0x10")],
  ["an underscore", () => of([1, 0], 10, "1_0")],
];

/** What stops evaluators, and what takes them over. */
const HARNESS: Written = [
  ["a tower", () => of([9, 9, 9, 9], 9, "9**9**9**9")],
  ["a tower of carets", () => of([9, 9, 9, 9], 9, "9^9^9^9")],
  ["brackets within brackets", () => of([2], 3, `${"(".repeat(20_000)}2${")".repeat(20_000)}`)],
  ["signs without an end", () => of([2], 2, `${"-".repeat(19_999)}2`)],
  ["brackets that are never closed", () => of([2, 3], 5, `${"(".repeat(20_000)}2 + 3`)],
  ["a quotient by nothing", () => of([5, 5, 3], 3, "3 / (5 - 5)")],
  ["an import", () => of([2, 3], 5, "__import__('os').getpid() * 0 + 2 + 3")],
  ["a name", () => of([2, 3], 5, "target")],
  ["a call that exits", () => of([2, 3], 5, "exit(2 + 3)")],
];

const DEFAULT_WRITE = (expression: string): string => `<answer>${expression}</answer>`;

/** The columns that the data sets and graders of this puzzle know it by. */
const columnsOf = ({ numbers, target }: Attempt): Readonly<Record<string, unknown>> => ({
  target,
  numbers,
  nums: numbers,
  ground_truth: { target, numbers },
});

/** Puzzles of four numbers, for what is asked of any reward. */
export const countdownTasks = ({ write = DEFAULT_WRITE }: CountdownTraits): readonly RewardTask[] => {
  const puzzle = of([3, 8, 25, 60], 74, "25 + 60 - 3 - 8");
  return [
    {
      prompt: promptOf(puzzle),
      columns: columnsOf(puzzle),
      right: [write(puzzle.expression), write("60 + (25 - 8) - 3")],
      wrong: [write("25 + 60 + 3 + 8"), write("74")],
    },
  ];
};

const promptOf = ({ numbers, target }: Attempt): string =>
  `Make ${target} of the numbers ${numbers.join(", ")}, each once, with + - * / and brackets.`;

/** What is asked of rewards for the countdown game. */
export function countdownCells(
  { range: [, max] }: RewardContext,
  { write = DEFAULT_WRITE, use = "all" }: CountdownTraits,
): readonly Cell[] {
  const item = (attempt: Attempt): VerifierItem => ({
    completion: write(attempt.expression),
    gold: `${attempt.target} of ${attempt.numbers.join(", ")}`,
    prompt: promptOf(attempt),
    columns: columnsOf(attempt),
  });
  const cells = (
    law: "T1" | "T2" | "T3" | "T4" | "T5",
    list: Written,
    kind: string,
    made: (attempt: Attempt, random: Random) => Case,
  ): readonly Cell[] =>
    list.map(([title, draw]) =>
      cell(law, title, kind, (seed) => {
        const random = createRandom(seed);
        return made(draw(random), random);
      }),
    );
  const isBest: Case["judge"] = max === null ? () => undefined : earns(max, "falseNegative");
  const solves = (attempt: Attempt): Case => {
    const other = { ...attempt, target: attempt.target + 1 };
    return fixedCase([item(attempt), item(other)], both(isBest, moreThanSecond));
  };
  // Beside a solution, so that a reward that pays nobody is not taken for one that is not fooled.
  const fails = (attempt: Attempt, random: Random): Case =>
    fixedCase([attempt, ofSum(drawNumbers(random))].map(item), lessThanSecond);
  const [sum, product] = [of([2, 3], 5, "2 + 3"), of([2, 3], 5, "2 * 3")].map(item) as [
    VerifierItem,
    VerifierItem,
  ];
  const corrected = { ...sum, completion: `${sum.completion}\n${product.completion}` };
  return [
    cell("T2", "right, then wrong", "trap", () => fixedCase([corrected, sum], lessThanSecond)),
    ...cells("T1", SOLUTIONS, "text", solves),
    ...cells("T2", WRONG, "text", fails),
    ...(use === "all" ? cells("T2", PARTIAL, "text", fails) : []),
    ...cells("T3", OPERATORS, "trap", fails),
    ...cells("T4", NUMERALS, "trap", fails),
    ...cells("T5", HARNESS, "harness", fails),
  ];
}
