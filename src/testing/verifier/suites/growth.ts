import { type Case, type Cell, fixedCase } from "../case.js";
import { caseOf, cell, type SuiteContext } from "../suite.js";
import type { Outcome, VerifierItem } from "../target.js";

/** Signs that a pattern may split in many ways: one that tries them all takes twice as long for each sign more. */
const SPLIT = ["a", "1", " ", "=", "*", ".", "\\", "(", "1,", "a "];
/** Short enough, one after the other, that the first to take too long still comes to an end. */
const RUNS = [18, 22, 25, 28, 31, 36];

/** Short texts that patterns backtrack on, which grow sign by sign. */
export const shortRuns = (
  write: (run: string) => string,
): readonly (readonly [title: string, texts: readonly string[]])[] =>
  SPLIT.map((sign) => [
    `runs of ${JSON.stringify(sign)}`,
    RUNS.map((length) => write(sign.repeat(Math.ceil(length / sign.length)))),
  ]);

/** A case of texts that grow, of which the shortest that hangs is shown. */
export const growingCase = (items: readonly VerifierItem[]): Case =>
  caseOf(
    items,
    (some) => ({ items: some, calls: some.map(() => 1), shown: 0, trace: [], judge: () => undefined }),
    (some) => (some.length > 1 ? some.map((one) => [one]) : []),
  );

/** L17: short completions. Where one hangs that cannot be stopped, no longer ones are asked. */
export const shortGrowthCells = ({ state, item }: SuiteContext): readonly Cell[] =>
  shortRuns((run) => `${run}\n${state(`${run}!`)}`).map(([title, texts]) => ({
    ...cell("L17", title, "harness", () => growingCase(texts.map((text) => item(text, "5")))),
    isLast: true,
  }));

type Write = (length: number) => string;

const repeated =
  (piece: string): Write =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length));

const differentWords: Write = (length) =>
  Array.from({ length: length / 8 }, (_, i) => `w${1e6 + i}`).join(" ");

/** Texts that grow, with what makes scanners start again and again. */
const GROWING: readonly (readonly [title: string, write: Write])[] = [
  ["prose", repeated("We first simplify, then substitute. ")],
  ["spaces", repeated(" ")],
  ["braces", repeated("{")],
  ["round brackets", repeated("(")],
  ["dollars", repeated("$1 ")],
  ["asterisks", repeated("*")],
  ["backslashes", repeated("\\")],
  ["boxes that are not closed", repeated("\\boxed{")],
  ["numbers", repeated("17, ")],
  ["words that differ", differentWords],
  ["thoughts", repeated("<think>")],
];
const LENGTHS = [20_000, 20_000, 56_000, 160_000, 160_000] as const;
/** The slope of time over length, both as logarithms: 1 if it is linear, 2 if quadratic. Collecting garbage adds to it. */
const STEEPEST = 1.5;
/** Shorter times say nothing. */
const NOTICEABLE_MS = 30;

/** L17: long completions, each of the shortest and the longest twice, of which the faster counts. */
export const growthCells = ({ state, item }: SuiteContext): readonly Cell[] =>
  GROWING.map(([title, write]) =>
    cell("L17", title, "harness", () => {
      const items = LENGTHS.map((length) => item(`${write(length)}\n${state("5")}`, "5"));
      return { ...fixedCase(items, judgeGrowth(items)), observed: true, measured: true };
    }),
  );

const judgeGrowth =
  (items: readonly VerifierItem[]): Case["judge"] =>
  (outcomes) => {
    const fastest = (length: number): number =>
      Math.min(
        ...outcomes.filter((_, i) => LENGTHS[i] === length).map((outcome) => timeOf(outcome) ?? Infinity),
      );
    const [least, most] = [fastest(LENGTHS[0]), fastest(LENGTHS[4])];
    // A target elsewhere tells no times.
    if (most === Infinity || most < NOTICEABLE_MS) return undefined;
    const growth = (items[4]?.completion.length ?? 1) / (items[0]?.completion.length ?? 1);
    const slope = Math.log(most / Math.max(least, 1e-3)) / Math.log(growth);
    return slope <= STEEPEST
      ? undefined
      : { type: "contract", expected: "time that grows as the text does", actual: "time that grows faster" };
  };

const timeOf = (outcome: Outcome): number | undefined => (outcome.type === "score" ? outcome.ms : undefined);
