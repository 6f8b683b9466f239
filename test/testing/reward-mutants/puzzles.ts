import { runInNewContext } from "node:vm";
import { mutantsOf, type RewardMutant } from "./mutant.js";

interface Puzzle {
  readonly target: number;
  readonly numbers: readonly number[];
}

/** What a careless grader of countdown does: it looks for digits and signs, and has the rest evaluated. */
interface Checks {
  readonly read: (completion: string) => string;
  readonly signs: RegExp;
  readonly numerals: RegExp;
  readonly hasNumbers: (numerals: readonly string[], numbers: readonly number[]) => boolean;
  readonly reaches: (value: number, target: number) => boolean;
}

const sorted = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join(" ");

const sortedDigits = (digits: string): string => sorted(Array.from(digits, Number));

const CHECKS: Checks = {
  read: (completion) =>
    completion
      .match(/<answer>.*?<\/answer>/gs)
      ?.at(-1)
      ?.slice(8, -9) ?? "",
  signs: /^(?!.*(?:\*\*|\/\/|\d\s*\(|\)\s*\d|\d\s+\d))[\d+\-*/() ]+$/s,
  numerals: /\d+/g,
  hasNumbers: (numerals, numbers) => sorted(numerals.map(Number)) === sorted(numbers),
  reaches: (value, target) => Math.abs(value - target) < 1e-9,
};

function evaluate(expression: string): number {
  return Number(runInNewContext(`(${expression}\n)`, {}, { timeout: 1000 }));
}

function solves(completion: string, { target, numbers }: Puzzle, checks: Checks): boolean {
  const expression = checks.read(completion);
  // Deep brackets overflow the stack of the evaluator: this grader knows that.
  if (expression.length > 500 || !checks.signs.test(expression)) return false;
  if (!checks.hasNumbers(expression.match(checks.numerals) ?? [], numbers)) return false;
  try {
    return checks.reaches(evaluate(expression), target);
  } catch {
    return false;
  }
}

const puzzleMutant = mutantsOf("countdown", { kind: "countdown", range: [0, 1] });
const faulty = (title: string, fault: Partial<Checks>): RewardMutant =>
  puzzleMutant(title, () => gradeBy({ ...CHECKS, ...fault }));

const gradeBy =
  (checks: Checks) =>
  (completions: string[], { target = [], numbers = [] }: Readonly<Record<string, readonly unknown[]>>) =>
    completions.map((completion, i) => {
      const list: unknown = numbers[i];
      if (!Array.isArray(list) || typeof target[i] !== "number") return null;
      return Number(solves(completion, { target: target[i], numbers: list as number[] }, checks));
    });

/** A grader of countdown in which the kit finds nothing. */
export const SOUND_COUNTDOWN: ReturnType<typeof gradeBy> = gradeBy(CHECKS);

export const PUZZLES: readonly RewardMutant[] = [
  faulty("powers", { signs: /^(?!.*(?:\/\/|\d\s*\(|\)\s*\d|\d\s+\d))[\d+\-*/() ]+$/s }),
  faulty("any sign", { signs: /^.*$/s }),
  faulty("decimals of two numbers", {
    signs: /^(?!.*(?:\*\*|\/\/|\d\s*\(|\)\s*\d|\d\s+\d))[\d+\-*/(). ]+$/s,
  }),
  faulty("no brackets", { signs: /^(?!.*(?:\*\*|\/\/|\d\s+\d))[\d+\-*/ ]+$/s }),
  faulty("no spaces", { signs: /^(?!.*(?:\*\*|\/\/))[\d+\-*/()]+$/s }),
  faulty("numbers not counted", {
    hasNumbers: (numerals, numbers) => numerals.every((numeral) => numbers.includes(Number(numeral))),
  }),
  faulty("numbers as a set", {
    hasNumbers: (numerals, numbers) =>
      sorted([...new Set(numerals.map(Number))]) === sorted([...new Set(numbers)]),
  }),
  faulty("numbers not looked at", { hasNumbers: () => true }),
  faulty("digits counted", {
    hasNumbers: (numerals, numbers) => sortedDigits(numerals.join("")) === sortedDigits(numbers.join("")),
  }),
  faulty("the target not looked at", { reaches: () => true }),
  faulty("rounded values", { reaches: (value, target) => Math.round(value) === target }),
  faulty("values within one", { reaches: (value, target) => Math.abs(value - target) <= 1 }),
  faulty("values without their sign", { reaches: (value, target) => Math.abs(value) === Math.abs(target) }),
  faulty("what stands before an equals sign", {
    read: (completion) => CHECKS.read(completion).split("=").at(-1) ?? "",
    hasNumbers: () => true,
  }),
  faulty("the first of several answers", {
    read: (completion) => /<answer>(.*?)<\/answer>/s.exec(completion)?.[1] ?? "",
  }),
  faulty("numbers in comments", { signs: /^(?!.*(?:\*\*|\d\s*\(|\)\s*\d|\d\s+\d))[\d+\-*/() ]+$/s }),
];
