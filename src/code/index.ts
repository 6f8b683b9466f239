export { type CheckedOutput, checkOutputs, type CheckResult } from "./checker.js";
export {
  codeforcesScore,
  codeforcesSettles,
  type CodeforcesMode,
  type CodeforcesOptions,
} from "./codeforces.js";
export {
  comparators,
  type ComparatorName,
  numericTokens,
  type OutputComparator,
  type Tolerance,
} from "./comparators.js";
export { readTestSuite, TEST_PARTS } from "./datasets/read-suite.js";
export { withoutCode } from "./decision.js";
export { extractCode, type ExtractCodeOptions } from "./extract-code.js";
export { type JudgedTest, type JudgeOptions, judgeProgram } from "./judge-program.js";
export { languageName } from "./languages.js";
export {
  graderResult,
  ioiSettles,
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
export { withIncludes } from "./includes.js";
export { patchPython } from "./patch-python.js";
export type {
  Artifact,
  AvailableLanguage,
  CodeRunner,
  Compilation,
  Program,
  RunInput,
  RunLimits,
  RunnerCapabilities,
} from "./runner.js";
export { runTests, type RunTestsOptions } from "./run-tests.js";
export type { Expected, TestCase, TestLimits, TestSuite } from "./test-case.js";
export {
  hasPassed,
  judgeOutput,
  type RunOutcome,
  type RunResult,
  skippedTests,
  type TestResult,
} from "./test-result.js";
