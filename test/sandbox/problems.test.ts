import { afterAll, describe, expect, it } from "vitest";
import {
  type CodeRunner,
  comparators,
  hasPassed,
  type JudgedTest,
  judgeProgram,
  numericTokens,
  readTestSuite,
  type TestSuite,
} from "../../dist/code/index.js";
import { embeddedRunner } from "../../dist/sandbox/index.js";
import { PROBLEMS } from "./problems/index.js";
import type { Problem, Submissions } from "./problems/problem.js";

/** Every sandbox that there is: each has to come to the same verdicts. */
const RUNNERS: Readonly<Record<string, CodeRunner>> = { embedded: embeddedRunner() };

const LANGUAGES = ["python", "javascript", "cpp"] as const;

/** What a program may take that never ends; all others have what a busy machine needs. */
const ENDLESS_MS = 300;
const AMPLE_MS = 30_000;
const MINUTES = 240_000;

type Verdict = "accepted" | "wrong_answer" | "timeout" | "runtime_error";

const VERDICTS: Readonly<Record<keyof Submissions, Verdict>> = {
  right: "accepted",
  wrong: "wrong_answer",
  slow: "timeout",
  crashing: "runtime_error",
};

async function suiteOf(problem: Problem): Promise<TestSuite> {
  const pairs: readonly (readonly [unknown, unknown])[] = "calls" in problem ? problem.calls : problem.tests;
  const suite = await readTestSuite({
    inputs: pairs.map(([input]) => input),
    outputs: pairs.map(([, output]) => output),
    ...("calls" in problem && { fn_name: problem.name }),
    ...(problem.checker !== undefined && { checker: problem.checker }),
  });
  if (suite === null) throw new Error(`${problem.name} has no tests that can be read.`);
  return suite;
}

function sourceOf(submissions: Submissions, kind: keyof Submissions): string {
  const { right, wrong } = submissions;
  if (kind !== "wrong") return submissions[kind];
  if (!right.includes(wrong[0])) throw new Error(`There is no ${wrong[0]} to replace.`);
  return right.replace(wrong[0], () => wrong[1]);
}

/** The verdict of a contest: that of the first test that fails. */
function verdictOf(results: readonly JudgedTest[]): string {
  const failed = results.find((result) => !hasPassed(result));
  if (failed === undefined) return "accepted";
  return failed.outcome === "ok" ? "wrong_answer" : failed.outcome;
}

async function judge(
  runner: CodeRunner,
  problem: Problem,
  language: (typeof LANGUAGES)[number],
  kind: keyof Submissions,
): Promise<string> {
  const submissions = problem[language];
  if (submissions === undefined) throw new Error(`${problem.name} has no submissions in ${language}.`);
  const { tolerance } = problem;
  const program = { language, source: sourceOf(submissions, kind) };
  const results = await judgeProgram(runner, program, await suiteOf(problem), {
    limits: { timeMs: kind === "slow" ? ENDLESS_MS : AMPLE_MS, memoryBytes: 256 << 20 },
    comparator: tolerance === undefined ? comparators.lines : numericTokens({ absolute: tolerance }),
    batchSize: 1,
    isSettled: (settled) => !settled.every(hasPassed),
  });
  return verdictOf(results);
}

afterAll(() => Promise.all(Object.values(RUNNERS).map((runner) => runner.close())));

it("there are at least sixty problems, each of its own name", () => {
  const names = Object.values(PROBLEMS).flatMap((problems) => problems.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});

const cases = Object.entries(RUNNERS).flatMap(([rung, runner]) =>
  LANGUAGES.flatMap((language) =>
    Object.entries(PROBLEMS).map(([kind, problems]) => {
      const written = problems.filter((problem) => problem[language] !== undefined);
      return [rung, language, kind, written, runner] as const;
    }),
  ),
);

const written = cases.filter(([, , , problems]) => problems.length > 0);

describe.each(written)("%s, %s: %s", (_rung, language, _kind, problems, runner) => {
  it.each(problems.map((problem) => [problem.name, problem] as const))(
    "%s",
    async (_name, problem) => {
      const { languages } = await runner.capabilities();
      if (!("available" in (languages[language] ?? {}))) return;
      const kinds = Object.keys(VERDICTS) as (keyof Submissions)[];
      const verdicts = await Promise.all(kinds.map((kind) => judge(runner, problem, language, kind)));
      expect(Object.fromEntries(kinds.map((kind, i) => [kind, verdicts[i]]))).toEqual(VERDICTS);
    },
    MINUTES,
  );
});
