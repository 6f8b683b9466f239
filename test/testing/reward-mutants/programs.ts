import { createContext, runInContext } from "node:vm";
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
}

/** The kit's cheats are tame: a context of its own is enough for them. */
function runProgram(source: string, input: string): Run {
  let [output, errors] = ["", ""];
  const write = (value: unknown): string => `${String(value)}\n`;
  const context = createContext({
    readline: () => input,
    process: {
      exit: () => {
        throw new RangeError("exit");
      },
    },
    console: {
      log: (value: unknown) => void (output += write(value)),
      error: (value: unknown) => void (errors += write(value)),
    },
  });
  try {
    runInContext(source, context, { timeout: 500 });
    return { output, errors, exit: 0 };
  } catch (error) {
    const isExit = error instanceof RangeError && error.message === "exit";
    return { output, errors: errors + String(error), exit: isExit ? 0 : 1 };
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

const share = (passed: readonly boolean[]): number => passed.filter(Boolean).length / passed.length;

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

export const PROGRAMS: readonly RewardMutant[] = [
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
];
