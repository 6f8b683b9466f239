export { codeforcesScore, type CodeforcesMode, type CodeforcesOptions } from "./codeforces.js";
export {
  comparators,
  type ComparatorName,
  numericTokens,
  type OutputComparator,
  type Tolerance,
} from "./comparators.js";
export { readTestSuite, type SuiteContext } from "./datasets/read-suite.js";
export { extractCode, type ExtractCodeOptions } from "./extract-code.js";
export { type JudgedTest, type JudgeOptions, judgeProgram, type TestLimits } from "./judge-program.js";
export { languageName } from "./languages.js";
export {
  graderResult,
  ioiStatus,
  type IoiStatus,
  ioiSubtask,
  type IoiSubtask,
  type IoiSubtaskResult,
} from "./ioi.js";
export {
  passesTests,
  type PassesTestsOptions,
  passFraction,
  type PassFractionOptions,
} from "./pass-fraction.js";
export type {
  Artifact,
  CodeRunner,
  Compilation,
  Program,
  RunInput,
  RunLimits,
  RunnerCapabilities,
} from "./runner.js";
export { runTests, type RunTestsOptions } from "./run-tests.js";
export type { Expected, TestCase, TestSuite } from "./test-case.js";
export {
  hasPassed,
  judgeOutput,
  type RunOutcome,
  type RunResult,
  skippedTests,
  type TestResult,
} from "./test-result.js";
