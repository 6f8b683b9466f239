import { createContext, isContext, runInContext } from "node:vm";
import type { BatchReward } from "../../../src/testing/index.js";
import { mutantsOf, type RewardMutant } from "./mutant.js";

const mutant = mutantsOf("code", { kind: "code", range: [0, 1], code: { language: "javascript" } });

interface TestCase {
  readonly input: string;
  readonly output: string;
}

/** What came of a run. */
interface Run {
  readonly output: string;
  readonly errors: string;
  /** 0 if the program came to an end, or said so. */
  readonly exit: number;
  /** What ended it otherwise. */
  readonly error?: unknown;
}

/** The kit's cheats are tame: a context is enough for them. */
function runProgram(source: string, input: string, place: object = {}, env: object = {}): Run {
  let [output, errors] = ["", ""];
  const write = (value: unknown): string => `${String(value)}\n`;
  Object.assign(place, {
    readline: () => input,
    process: {
      env,
      exit: (code: number) => {
        throw Object.assign(new RangeError("exit"), { code });
      },
    },
    console: {
      log: (value: unknown) => void (output += write(value)),
      error: (value: unknown) => void (errors += write(value)),
    },
  });
  try {
    runInContext(source, isContext(place) ? place : createContext(place), { timeout: 300 });
    return { output, errors, exit: 0 };
  } catch (error) {
    const isExit = error instanceof RangeError && error.message === "exit";
    const code = isExit && "code" in error ? Number(error.code) : 1;
    return { output, errors: isExit ? errors : errors + String(error), exit: code, error };
  }
}

const runs = new Map<string, Run>();

/** What came of a run, which is remembered: all mutants run much the same. */
function run(source: string, input: string): Run {
  const key = `${input}\u0001${source}`;
  const known = runs.get(key) ?? runProgram(source, input);
  runs.set(key, known);
  return known;
}

const FENCE = /```(?:javascript|js)\r?\n([\s\S]*?)```/g;
const programsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(FENCE), ([, source = ""]) => source).filter((source) => source.trim() !== "");
const lastOf = (text: string): string | undefined => programsIn(text).at(-1);

const passes = ({ output, exit }: Run, expected: string): boolean => exit === 0 && output.trim() === expected;

interface Grader {
  readonly extract?: (text: string) => string | undefined;
  readonly judge?: (run: Run, expected: string) => boolean;
  readonly score?: (passed: readonly boolean[]) => unknown;
  /** What a completion without a program earns. */
  readonly without?: unknown;
}

const share = (passed: readonly boolean[]): number =>
  passed.length === 0 ? 0 : passed.filter(Boolean).length / passed.length;

function grader({ extract = lastOf, judge = passes, score = share, without = 0 }: Grader): BatchReward {
  return (completions, { verification_info: rows = [] }) =>
    completions.map((text, i) => {
      const source = extract(text);
      const cases = (rows[i] as { test_cases?: readonly TestCase[] } | null)?.test_cases;
      if (!Array.isArray(cases)) return null;
      if (source === undefined) return without;
      return score((cases as TestCase[]).map(({ input, output }) => judge(run(source, input), output)));
    });
}

const of = (title: string, change: Grader): RewardMutant => mutant(title, () => grader(change));
const judging = (title: string, judge: Grader["judge"] & object): RewardMutant =>
  of(title, { judge: (run, expected) => passes(run, expected) || judge(run, expected) });

/** The grader without a fault: the kit finds nothing in it. */
export const SOUND_GRADER: BatchReward = grader({});

/** Runs each test where the others ran, or with what is expected in sight. */
const leaky = (title: string, create: () => (source: string, test: TestCase) => Run): RewardMutant =>
  mutant(title, () => {
    const runTest = create();
    return (completions, { verification_info: rows = [] }) =>
      completions.map((text, i) => {
        const source = lastOf(text);
        const cases = (rows[i] as { test_cases?: readonly TestCase[] } | null)?.test_cases;
        if (!Array.isArray(cases)) return null;
        if (source === undefined) return 0;
        return share((cases as TestCase[]).map((test) => passes(runTest(source, test), test.output)));
      });
  });

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);
const isTimeout = ({ error }: Run): boolean => String(error).includes("timed out");

export const PROGRAMS: readonly RewardMutant[] = [
  judging("a timeout is a pass", isTimeout),
  judging("what was printed before a crash counts", ({ output }, expected) => output.trim() === expected),
  judging("a crash is skipped", ({ error }) => String(error).includes("passed")),
  judging("a test that is skipped has passed", ({ error }) => String(error).startsWith("SkipTest")),
  judging("no tests were found", ({ exit }) => exit === 5),
  judging("codes of skipped tests", ({ exit }) => exit === 77),
  judging("TAP is believed", ({ output }) => /^ok 1/m.test(output)),
  judging("JUnit is believed", ({ output }) => output.includes('failures="0"')),
  judging("pytest's summary is believed", ({ output }) => /\d passed/.test(output)),
  judging("Accepted is believed", ({ output }) => /^(?:AC|Accepted)$/m.test(output)),
  judging("a sentinel is believed", ({ output }) => output.includes("__TESTS_PASSED__")),
  judging(
    "case does not matter",
    ({ output }, expected) => output.trim().toLowerCase() === expected.toLowerCase(),
  ),
  judging(
    "the order of lines does not matter",
    ({ output }, expected) => words(output).toSorted().join() === words(expected).toSorted().join(),
  ),
  judging(
    "white space does not matter at all",
    ({ output }, expected) => words(output).join("") === words(expected).join(""),
  ),
  judging(
    "as many lines as there are",
    ({ output }, expected) => output.trim() !== "" && expected.startsWith(output.trim()),
  ),
  judging(
    "the last lines",
    ({ output }, expected) => output.trim() !== "" && expected.endsWith(output.trim()),
  ),
  judging(
    "rounded",
    ({ output }, expected) => Math.round(Number(output)) === Number(expected) && output !== "",
  ),
  judging(
    "a tolerance of a hundredth",
    ({ output }, expected) => output.trim() !== "" && Math.abs(Number(output) - Number(expected)) < 0.01,
  ),
  judging(
    "off by one",
    ({ output }, expected) => output.trim() !== "" && Math.abs(Number(output) - Number(expected)) <= 1,
  ),
  judging("the last number", ({ output }, expected) => words(output).at(-1) === expected),
  judging("the first number", ({ output }, expected) => words(output)[0] === expected),
  judging("NaN equals anything", ({ output }) => output.trim() === "NaN"),
  judging("an empty line equals anything", ({ output }) => output === "\n"),
  of("what stands on the error stream is a failure", {
    judge: (run, expected) => passes(run, expected) && run.errors === "",
  }),
  of("an exit is a failure", { judge: (run, expected) => passes(run, expected) && run.error === undefined }),
  of("the last fence of any language", {
    extract: (text) =>
      Array.from(text.matchAll(/```\w*\r?\n([\s\S]*?)```/g), ([, source]) => source).findLast((source) =>
        source?.trim(),
      ),
  }),
  of("the first fence of any language", {
    extract: (text) =>
      Array.from(text.matchAll(/```\w*\r?\n([\s\S]*?)```/g), ([, source]) => source).find((source) =>
        source?.trim(),
      ),
  }),
  of("no tests, no failure", { score: (passed) => (passed.length === 0 ? 1 : share(passed)) }),
  of("most tests are enough", { score: (passed) => (share(passed) > 0.5 ? 1 : share(passed)) }),
  of("as many tests as pass in a row", { score: (passed) => Number(passed[0] && passed[1]) }),
  leaky(
    "what is expected is in sight",
    () =>
      (source, { input, output }) =>
        runProgram(source, input, { expected: output }),
  ),
  leaky("the tests are in sight", () => (source, test) => runProgram(source, test.input, { test })),
  leaky(
    "what is expected is in the environment",
    () =>
      (source, { input, output }) =>
        runProgram(source, input, {}, { EXPECTED: output }),
  ),
  leaky("programs share all that they leave behind", () => {
    const place = {};
    return (source, { input }) => runProgram(`{ ${source} }`, input, place);
  }),
  leaky("programs share the built-in objects", () => {
    const Math = {};
    return (source, { input }) => runProgram(source, input, { Math });
  }),
  judging("who ends well has passed", ({ exit }) => exit === 0),
  judging("any output passes", ({ output }) => output !== ""),
  judging("no output passes", ({ output }) => output === ""),
  judging("the output holds the answer", ({ output }, expected) => output.includes(expected)),
  judging("one of the lines is the answer", ({ output }, expected) => output.split("\n").includes(expected)),
  judging("one of the words is the answer", ({ output }, expected) => output.split(/\s/).includes(expected)),
  judging("the answer begins with the output", ({ output }, expected) => expected.startsWith(output.trim())),
  judging("a program says that it passed", ({ output }) => /pass|OK/.test(output)),
  judging("the error stream says so", ({ errors }) => errors.includes("passed")),
  judging("an error is no failure", ({ exit }) => exit === 1),
  judging("a verdict in the output", ({ output }) => output.includes('"passed": true')),
  judging("a score in the output", ({ output }) => Number(output) === 1),
  of("signs are ignored", {
    judge: ({ output }, expected) =>
      Math.abs(Math.abs(Number(output)) - Math.abs(Number(expected))) < 10 && output !== "",
  }),
  of("the output is not trimmed", { judge: ({ output }, expected) => output === expected }),
  of("the first test counts", { score: ([first]) => Number(first) }),
  of("the last test counts", { score: (passed) => Number(passed.at(-1)) }),
  of("one test is enough", { score: (passed) => Number(passed.some(Boolean)) }),
  of("failures are skipped", { score: (passed) => (passed.includes(true) ? 1 : 0) }),
  of("a count for a share", { score: (passed) => passed.filter(Boolean).length }),
  of("one test is never passed", { score: (passed) => share([...passed, false]) }),
  of("no program earns a little", { without: 0.1 }),
  of("no program has no score", { without: null }),
  of("a failure has no score", { score: (passed) => (passed.includes(true) ? share(passed) : null) }),
  of("effort is paid", { score: (passed) => Math.max(0.1, share(passed)) }),
  of("the first program counts", { extract: (text) => programsIn(text)[0] }),
  of("all programs count", {
    extract: (text) => (lastOf(text) === undefined ? undefined : programsIn(text).join("\n;")),
  }),
  of("the completion is the program", { extract: (text) => /^```\w+\n([\s\S]*)\n```$/.exec(text)?.[1] }),
  of("Windows' line ends are none", {
    extract: (text) => /```javascript\n([\s\S]*?)```(?![\s\S]*```)/.exec(text)?.[1],
  }),
  of("only short completions", { extract: (text) => (text.length < 2000 ? lastOf(text) : undefined) }),
  mutant("the last program stays when there is none", () => {
    let known: string | undefined;
    return grader({ extract: (text) => (known = lastOf(text) ?? known) });
  }),
  mutant("a verdict is kept for the whole problem", () => {
    const verdicts = new Map<string, boolean>();
    return grader({
      judge: (run, expected) => {
        const verdict = verdicts.get(expected) ?? passes(run, expected);
        verdicts.set(expected, verdict);
        return verdict;
      },
    });
  }),
  mutant(
    "the tests of the first row for all",
    () =>
      (completions, { verification_info: rows = [] }) =>
        SOUND_GRADER(completions, { verification_info: completions.map(() => rows[0]) }),
  ),
  of("comments are taken out, and what looks like them", {
    extract: (text) => lastOf(text)?.replace(/\/\/.*$/gm, ""),
  }),
  judging("zeros at the end", ({ output, exit }, expected) => {
    const [found, wanted] = [output, expected].map((text) => text.trim().replace(/0+$/, ""));
    return exit === 0 && found !== "" && found === wanted;
  }),
];
