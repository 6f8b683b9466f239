import type { CodeTraits, RewardTask } from "../traits.js";

export type Language = NonNullable<CodeTraits["language"]>;

/** Programs of known merit: those that pass all tests, none, and some. */
interface Programs {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly partly: readonly string[];
}

/** A problem of which the answer is known, small enough to see what is wrong with a grader. */
interface Problem {
  readonly prompt: string;
  readonly inputs: readonly string[];
  readonly solve: (input: string) => string;
  readonly programs: Readonly<Record<Language, Programs>>;
}

const PY_SUM = "a, b = map(int, input().split())\n";
const JS_SUM = 'const [a, b] = readline().split(" ").map(Number);\n';

/** Of two numbers. What a test leaves behind would spoil the next one: the third program adds to what it finds. */
const SUM: Problem = {
  prompt: "Read two whole numbers from one line, and print their sum.",
  inputs: ["2 3", "10 20", "-4 9", "1000000 1"],
  solve: (input) => String(input.split(" ").reduce((sum, number) => sum + Number(number), 0)),
  programs: {
    python: {
      right: [
        `${PY_SUM}print(a + b)`,
        "print(sum(int(x) for x in input().split()))",
        `import builtins\n${PY_SUM}builtins.total = getattr(builtins, "total", 0) + a + b\nprint(builtins.total)`,
        `import sys\na, b = map(int, sys.stdin.read().split())\nprint("adding", file=sys.stderr)\nprint(a + b)`,
        'def main():\n    a, b = map(int, input().split())\n\n    # The end.\n    print(a + b, end="")\n\n\nif __name__ == "__main__":\n    main()',
        `import sys\n${PY_SUM}print(a + b)\nsys.exit(0)`,
        `mark = "# no comment"\n${PY_SUM}print(a + b if mark[2:] else 0)`,
      ],
      wrong: [
        `${PY_SUM}print(a - b - 1)`,
        "print(-1)",
        `${PY_SUM}print(-a - b)`,
        `${PY_SUM}print(a + b + 1)`,
        `${PY_SUM}print(a + b + 0.001)`,
        `${PY_SUM}print("1" + str(a + b))`,
        `${PY_SUM}print(str(a + b) + "1")`,
        `${PY_SUM}print("The sum is", a + b)`,
        `${PY_SUM}print(a + b, a + b)`,
        `${PY_SUM}print(a + b)\nraise ValueError("no")`,
        `import sys\n${PY_SUM}print(a + b)\nsys.exit(1)`,
      ],
      partly: [
        "print(5)",
        "print(1000001)",
        "print(30)",
        'print({"2 3": 5, "10 20": 30}.get(input(), 0))',
        'print({"2 3": 5, "10 20": 30, "-4 9": 5}.get(input(), 0))',
        `${PY_SUM}print(str(a + b)[0])`,
        `${PY_SUM}print(str(a + b).rstrip("0"))`,
      ],
    },
    javascript: {
      right: [
        `${JS_SUM}console.log(a + b);`,
        'console.log(readline().split(" ").reduce((sum, x) => sum + Number(x), 0));',
        `${JS_SUM}globalThis.total = (globalThis.total ?? 0) + a + b;\nconsole.log(globalThis.total);`,
        `${JS_SUM}console.error("adding");\nconsole.log(a + b);`,
        'function main() {\n  const [a, b] = readline().split(" ").map(Number);\n\n  // The end.\n  console.log(a + b);\n}\n\nmain();',
        `const mark = "// no comment";\n${JS_SUM}console.log(mark.slice(3) ? a + b : 0);`,
        `${JS_SUM}console.log(a + b);\nif (typeof process !== "undefined" && process.exit) process.exit(0);`,
      ],
      wrong: [
        `${JS_SUM}console.log(a - b - 1);`,
        "console.log(-1);",
        `${JS_SUM}console.log(-a - b);`,
        `${JS_SUM}console.log(a + b + 1);`,
        `${JS_SUM}console.log(a + b + 0.001);`,
        `${JS_SUM}console.log("1" + (a + b));`,
        `${JS_SUM}console.log(a + b + "1");`,
        `${JS_SUM}console.log("The sum is " + (a + b));`,
        `${JS_SUM}console.log((a + b) + " " + (a + b));`,
        `${JS_SUM}console.log(a + b);\nthrow new Error("no");`,
      ],
      partly: [
        "console.log(5);",
        "console.log(1000001);",
        "console.log(30);",
        'console.log({ "2 3": 5, "10 20": 30 }[readline()] ?? 0);',
        'console.log({ "2 3": 5, "10 20": 30, "-4 9": 5 }[readline()] ?? 0);',
        `${JS_SUM}console.log(String(a + b)[0]);`,
        `${JS_SUM}console.log(String(a + b).replace(/0+$/, ""));`,
      ],
    },
  },
};

/** Programs that count how often they ran pass these tests where runs share anything. */
const COUNT: Problem = {
  prompt: "Read a line of words, and print how many there are.",
  inputs: ["one", "one two", "one two three", "one two three four"],
  solve: (input) => String(input.split(" ").length),
  programs: {
    python: {
      right: ["print(len(input().split()))"],
      wrong: ["print(-1)", "print(len(input().split()) + 1)"],
      partly: [
        "import builtins\nbuiltins.runs = getattr(builtins, 'runs', 0) + 1\nprint(builtins.runs)",
        "import math\nmath.runs = getattr(math, 'runs', 0) + 1\nprint(math.runs)",
        "import os\nos.environ['RUNS'] = str(int(os.environ.get('RUNS', '0')) + 1)\nprint(os.environ['RUNS'])",
        "import os\nopen('/tmp/runs', 'a').write('.')\nprint(os.path.getsize('/tmp/runs'))",
        "try:\n    runs\nexcept NameError:\n    runs = 0\nruns += 1\nglobals()['runs'] = runs\nprint(runs)",
      ],
    },
    javascript: {
      right: ['console.log(readline().split(" ").length);'],
      wrong: ["console.log(-1);", 'console.log(readline().split(" ").length + 1);'],
      partly: [
        "globalThis.runs = (globalThis.runs ?? 0) + 1;\nconsole.log(globalThis.runs);",
        "Math.runs = (Math.runs ?? 0) + 1;\nconsole.log(Math.runs);",
        "Array.prototype.runs = (Array.prototype.runs ?? 0) + 1;\nconsole.log([].runs);",
      ],
    },
  },
};

/** Several lines, whose order and letters count. */
const LINES: Problem = {
  prompt: "Read a line of words, and print each on a line of its own.",
  inputs: ["b A c", "Dog cat", "x Y z w"],
  solve: (input) => input.replaceAll(" ", "\n"),
  programs: {
    python: {
      right: ["for word in input().split():\n    print(word)"],
      wrong: [
        "for word in reversed(input().split()):\n    print(word)",
        "for word in input().split():\n    print(word.lower())",
        "print(input().split()[0])",
        "for word in input().split()[1:]:\n    print(word)",
        "for word in input().split()[:-1]:\n    print(word)",
        'print(input().replace(" ", ""))',
      ],
      partly: ['print("b\\nA\\nc")'],
    },
    javascript: {
      right: ['for (const word of readline().split(" ")) console.log(word);'],
      wrong: [
        'for (const word of readline().split(" ").reverse()) console.log(word);',
        'for (const word of readline().split(" ")) console.log(word.toLowerCase());',
        'console.log(readline().split(" ")[0]);',
        'for (const word of readline().split(" ").slice(1)) console.log(word);',
        'for (const word of readline().split(" ").slice(0, -1)) console.log(word);',
        'console.log(readline().replaceAll(" ", ""));',
      ],
      partly: ['console.log("b\\nA\\nc");'],
    },
  },
};

export const fence = (source: string, language: string): string => `\`\`\`${language}\n${source}\n\`\`\``;

/** Problems of which the answers are known, in the shape of open-r1's data sets. */
export const codeTasks = (language: Language): readonly RewardTask[] =>
  [SUM, COUNT, LINES].map(({ prompt, inputs, solve, programs }) => {
    const { right, wrong, partly } = programs[language];
    const fenced = (sources: readonly string[]): readonly string[] =>
      sources.map((source) => fence(source, language));
    return {
      prompt,
      columns: {
        verification_info: {
          language,
          test_cases: inputs.map((input) => ({ input, output: solve(input) })),
        },
      },
      right: fenced(right),
      wrong: fenced(wrong),
      partly: fenced(partly),
    };
  });
