import { type RewardResult, type Task, undetermined } from "../core/index.js";
import {
  comparators,
  extractCode,
  type JudgeOptions,
  languageName,
  numericTokens,
  type OutputComparator,
  readTestSuite,
  skippedTests,
  type TestResult,
  type TestSuite,
} from "../code/index.js";
import { hasContent } from "../text/index.js";
import type { ProgramOptions } from "./code-options.js";

/** What a completion submits, and what its tests gave, all of which are skipped without code. */
interface JudgedCode {
  readonly suite: TestSuite;
  readonly code: string | null;
  readonly results: readonly TestResult[];
}

/** Columns that name the language of the code. */
interface LanguageColumn {
  readonly language?: unknown;
}

/** What rewards that run code do differently. */
export interface CodeTestsSettings<C> {
  /** The reward's name, and its options. */
  readonly reward: string;
  readonly options: ProgramOptions;
  /** The language where neither the row nor the options say it. */
  readonly language: string;
  /** How the programs of a row are judged. */
  readonly judging: (suite: TestSuite) => Pick<JudgeOptions, "limits" | "timeFactors" | "batchSize">;
  /** How outputs are compared where neither the row nor the options say it. */
  readonly comparator: OutputComparator;
  /** Whether the results so far leave nothing open. */
  readonly isSettled: (results: readonly TestResult[], total: number) => boolean;
  /** What is run of the code that was submitted. */
  readonly prepare?: (source: string, language: string, suite: TestSuite, columns: C) => string;
}

/** Judges a completion's code; or says why the row cannot be judged by. */
export type JudgeCode<C extends object> = (task: Task<C>, text: string) => Promise<JudgedCode | RewardResult>;

/** A program that takes so many times the limit of one test has used up the time of all. */
const MAX_TIMEOUTS = 8;

/** How many tests run at a time where a reward does not say it: between batches it is looked whether the score is settled. */
export const BATCH = 8;

const unusable = (reason: string): RewardResult => ({
  score: null,
  verdict: undetermined("reference", reason),
});

/** The code that a completion submits; an empty block is none. */
function submittedCode(text: string, language: string, options: ProgramOptions): string | null {
  const code = extractCode(text, language, options);
  return code !== null && hasContent(code, 0, code.length) ? code : null;
}

/** Prepares the running of completions' code on the tests of their rows, in the sandbox that all rewards share. */
export function codeTests<C extends LanguageColumn>(settings: CodeTestsSettings<C>): JudgeCode<C> {
  const { reward, options, prepare = (source: string) => source } = settings;
  const comparator = comparatorOf(options, settings.comparator);
  const suiteOf = suiteReader(options.maxTests ?? Infinity);
  const isOver = (results: readonly TestResult[], total: number): boolean => {
    const timeouts = results.filter(({ outcome }) => outcome === "timeout").length;
    return timeouts >= MAX_TIMEOUTS || settings.isSettled(results, total);
  };
  return async (task, text) => {
    const suite = await suiteOf(task);
    if (suite === null) return unusable("no_tests");
    const named = task.columns.language ?? suite.language ?? options.language ?? settings.language;
    if (typeof named !== "string") return unusable("language");
    const code = submittedCode(text, named, options);
    if (code === null) return { suite, code, results: skippedTests(suite.tests.length) };
    const { sharedJudge } = await import("../sandbox/index.js");
    const language = languageName(named);
    const source = prepare(code, language, suite, task.columns);
    const judging = settings.judging(suite);
    const results = await sharedJudge(options.runner)({ language, source }, suite, {
      batchSize: BATCH,
      ...judging,
      comparator,
      key: JSON.stringify([reward, options, judging]),
      isSettled: (sofar) => isOver(sofar, suite.tests.length),
    });
    return { suite, code, results };
  };
}

function comparatorOf(
  { comparator, tolerance = 1e-6 }: Pick<ProgramOptions, "comparator" | "tolerance">,
  byDefault: OutputComparator,
): OutputComparator {
  if (comparator === undefined) return byDefault;
  if (comparator !== "numbers") return comparators[comparator];
  return numericTokens({ absolute: tolerance, relative: tolerance });
}

/** Reads the tests of a row once for all its completions. */
function suiteReader(maxTests: number): (task: Task) => Promise<TestSuite | null> {
  const suites = new WeakMap<object, Promise<TestSuite | null>>();
  const read = async (columns: object): Promise<TestSuite | null> => {
    const suite = await readTestSuite(columns);
    return suite && { ...suite, tests: suite.tests.slice(0, maxTests) };
  };
  return (task) => {
    const suite = suites.get(task) ?? read(task.columns);
    suites.set(task, suite);
    return suite;
  };
}
