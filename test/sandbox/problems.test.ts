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
import { embeddedRunner, nativeRunner } from "../../dist/sandbox/index.js";
import { FAILURES } from "./problems/failures.js";
import { PROBLEMS } from "./problems/index.js";
import type { Problem } from "./problems/problem.js";

/** Every sandbox that there is: each has to come to the same verdicts. */
const RUNNERS = { embedded: embeddedRunner(), native: nativeRunner() } satisfies Record<string, CodeRunner>;
type Rung = keyof typeof RUNNERS;

const LANGUAGES = ["python", "javascript", "cpp"] as const;
type Language = (typeof LANGUAGES)[number];

/** What a program may take that never ends; all others have what a busy machine needs. */
const ENDLESS_MS: Readonly<Record<Rung, number>> = { embedded: 300, native: 100 };
const AMPLE_MS = 30_000;
const MINUTES = 240_000;

type Verdict = "accepted" | "wrong_answer" | "timeout" | "runtime_error";

const VERDICTS = {
  right: "accepted",
  wrong: "wrong_answer",
  slow: "timeout",
  crashing: "runtime_error",
} as const satisfies Record<string, Verdict>;
type Kind = keyof typeof VERDICTS;

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

/** A program in C++ that fails as another one does before any of its functions is called. */
const failsBefore = (failure: string, program: string): string =>
  `${failure.replace("int main", "int fail")}int failed = fail();\n${program}`;

/** The program of a problem that comes to a verdict. Each way to fail gets its turn. */
function sourceOf(problem: Problem, turn: number, language: Language, kind: Kind): string {
  const submissions = problem[language];
  if (submissions === undefined) throw new Error(`${problem.name} has no submissions in ${language}.`);
  if (kind === "slow" || kind === "crashing") {
    const failures = FAILURES[language][kind];
    const failure = failures[turn % failures.length] as string;
    return "calls" in problem && language === "cpp" ? failsBefore(failure, submissions.right) : failure;
  }
  const { right, wrong } = submissions;
  if (kind === "right") return right;
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
  rung: Rung,
  problem: Problem,
  program: { readonly language: Language; readonly source: string },
  kind: Kind,
): Promise<string> {
  const { tolerance } = problem;
  const results = await judgeProgram(RUNNERS[rung], program, await suiteOf(problem), {
    limits: { timeMs: kind === "slow" ? ENDLESS_MS[rung] : AMPLE_MS, memoryBytes: 256 << 20 },
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

it("forty of them and more are solved in C++ as well", () => {
  const solved = Object.values(PROBLEMS).flatMap((problems) => problems.filter(({ cpp }) => cpp));
  expect(solved.length).toBeGreaterThanOrEqual(40);
});

const cases: [Rung, Language, string, readonly (readonly [string, number, Problem])[]][] = [];
for (const rung of ["embedded", "native"] as const) {
  const { languages } = await RUNNERS[rung].capabilities();
  for (const language of LANGUAGES.filter((name) => "available" in (languages[name] ?? {}))) {
    for (const [family, problems] of Object.entries(PROBLEMS)) {
      const written = problems
        .map((problem, turn) => [problem.name, turn, problem] as const)
        .filter(([, , problem]) => problem[language] !== undefined);
      if (written.length > 0) cases.push([rung, language, family, written]);
    }
  }
}

describe.each(cases)("%s, %s: %s", (rung, language, _family, problems) => {
  it.each(problems)(
    "%s",
    async (_name, turn, problem) => {
      const kinds = Object.keys(VERDICTS) as Kind[];
      const verdicts = await Promise.all(
        kinds.map((kind) => {
          const source = sourceOf(problem, turn, language, kind);
          return judge(rung, problem, { language, source }, kind);
        }),
      );
      expect(Object.fromEntries(kinds.map((kind, i) => [kind, verdicts[i]]))).toEqual(VERDICTS);
    },
    MINUTES,
  );
});
