import {
  type CodeRunner,
  comparators,
  type JudgedTest,
  judgeProgram,
  type TestSuite,
} from "../../dist/code/index.js";

/** How a program is asked for the sum of 1 to 5: on standard input, or by a call of `solve`. */
export type Mode = "stdin" | "function_call";

const SUITES: Readonly<Record<Mode, TestSuite>> = {
  stdin: {
    tests: [
      {
        input: { kind: "stdin", text: "5\n1 2 3 4 5\n" },
        expected: { kind: "output", text: "15\n" },
      },
    ],
  },
  function_call: {
    tests: [
      {
        input: { kind: "call", name: "solve", args: "[[1, 2, 3, 4, 5]]" },
        expected: { kind: "value", values: [15] },
      },
    ],
  },
};

/** A program, and how it is asked. */
export interface Submission {
  readonly language: string;
  readonly source: string;
  readonly mode: Mode;
}

/** What a judge makes of a program. */
export async function judge(
  runner: CodeRunner,
  { language, source, mode }: Submission,
  timeMs: number,
): Promise<JudgedTest> {
  const [result] = await judgeProgram(runner, { language, source }, SUITES[mode], {
    limits: { timeMs, memoryBytes: 256 << 20 },
    comparator: comparators.lines,
  });
  if (result === undefined) throw new Error("A test has no result.");
  return result;
}

/** The outcome in a word, as contests name it. */
export function verdictOf({ outcome, score }: JudgedTest): string {
  if (outcome !== "ok") return outcome;
  return score === 1 ? "accepted" : "wrong_answer";
}

const PYTHON_RIGHT = "n = int(input())\nprint(sum(map(int, input().split())))";
const SCRIPT_LINES = `const lines = require("fs").readFileSync(0, "utf8").split("\\n");`;

const CPP_RIGHT =
  "#include <bits/stdc++.h>\nint main() { int n, x; long long sum = 0; std::cin >> n; while (std::cin >> x) sum += x; std::cout << sum; }";

/** Right and wrong programs, which no attack may turn into one another. */
export const HONEST: Readonly<Record<string, Readonly<Record<"right" | "wrong", string>>>> = {
  python: { right: PYTHON_RIGHT, wrong: PYTHON_RIGHT.replace("sum(", "max(") },
  cpp: { right: CPP_RIGHT, wrong: CPP_RIGHT.replace("sum += x", "sum = x") },
  javascript: {
    right: `${SCRIPT_LINES} console.log(lines[1].split(" ").reduce((sum, each) => sum + Number(each), 0));`,
    wrong: `${SCRIPT_LINES} console.log(lines[1].split(" ").length);`,
  },
};
