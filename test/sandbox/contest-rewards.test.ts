import { describe, expect, it } from "vitest";
import {
  cfCode,
  type CfCodeColumns,
  type CfCodeOptions,
  ioiCode,
  type IoiCodeColumns,
  type IoiCodeOptions,
  type RewardResult,
  scoreGroups,
} from "../../dist/index.js";
import { nativeRunner } from "../../dist/sandbox/index.js";

const MINUTES = 240_000;
const fenced = (source: string, language = "python"): string =>
  `<think>r</think>\n\`\`\`${language}\n${source}\n\`\`\``;

async function cfScore(
  columns: CfCodeColumns,
  completion: string,
  options: CfCodeOptions = {},
): Promise<RewardResult["score"] | undefined> {
  const given = { timeoutMs: 5000, ...options };
  const { scores } = await scoreGroups([{ columns, completions: [completion] }], cfCode(given));
  return scores.cf_code?.[0]?.[0];
}

/** Any two numbers that add up to the input. */
const SPLIT = {
  official_tests: ["10", "7", "100"].map((input) => ({ input, output: "0" })),
  generated_checker: `import sys
total = int(open(sys.argv[1]).read())
assert open(sys.argv[2]).read() == "0"
words = open(sys.argv[3]).read().split()
print(int(len(words) == 2 and all(each.isdigit() for each in words) and sum(map(int, words)) == total))`,
};

const SPLIT_CPP = `#include <bits/stdc++.h>
int main(int argc, char* argv[]) {
  std::ifstream input(argv[1]), answer(argv[2]), output(argv[3]);
  std::string nothing, further;
  long long total, a, b;
  input >> total;
  answer >> nothing;
  if (argc != 4 || nothing != "0") return 3;
  if (!(output >> a >> b) || output >> further) return 2;
  std::cerr << "the sum is " << a + b;
  return a + b == total ? 0 : 1;
}`;

const { languages } = await nativeRunner().capabilities();
const runsCpp = languages.cpp !== undefined && "available" in languages.cpp;

describe("cf_code", () => {
  it.each<[string, CfCodeColumns, string, CfCodeOptions, number | null]>([
    ["a right program", SPLIT, "n = int(input())\nprint(n - 3, 3)", {}, 1.1],
    ["one right answer of three", SPLIT, "print(4, 3)", {}, 0.1 / 3],
    ["the share alone", SPLIT, "print(4, 3)", { mode: "partial" }, 1 / 3],
    ["all or nothing", SPLIT, "print(4, 3)", { mode: "pass_fail" }, 0],
    ["an output that the checker would not count", SPLIT, "print('1')", {}, 0],
    ["the expected output", SPLIT, "print(0)", {}, 0],
    ["a program that leaves files for a checker", SPLIT, `open("checker.py", "w").write("print(1)")`, {}, 0],
    [
      "a program that prints what a checker reports",
      SPLIT,
      `print('{"exit": 0, "stdout": "1", "stderr": ""}')`,
      {},
      0,
    ],
    ["a syntax error", SPLIT, "x =", {}, -0.1],
    ["a syntax error, by its option", SPLIT, "x =", { compileError: -0.5 }, -0.5],
    ["a checker that raises", { ...SPLIT, generated_checker: "1 / 0" }, "print(10, 0)", {}, null],
    ["a checker that is no program", { ...SPLIT, generated_checker: "x =" }, "print(10, 0)", {}, null],
    ["a checker that says nothing", { ...SPLIT, generated_checker: "x = 1" }, "print(10, 0)", {}, null],
    ["a checker by exit codes", { ...SPLIT, generated_checker: "import sys\nsys.exit(0)" }, "pass", {}, 1.1],
    ["a checker that rejects", { ...SPLIT, generated_checker: "import sys\nsys.exit('no')" }, "pass", {}, 0],
    [
      "a checker that gives points",
      { ...SPLIT, generated_checker: "import sys\nprint('points 0.5', file=sys.stderr)\nsys.exit(7)" },
      "pass",
      {},
      0,
    ],
    ["no tests", {}, "print(1)", {}, null],
    ["a problem that interacts", { ...SPLIT, interaction_format: "Ask." }, "print(1)", {}, null],
    [
      "yes in any case, without a checker",
      { official_tests: [{ input: "", output: "YES\n1 2" }] },
      "print('yes 1', 2)",
      {},
      1.1,
    ],
    [
      "a program for an older Python, which fails",
      { official_tests: [{ input: "", output: "2" }] },
      "from fractions import gcd\nprint(gcd(4, 6))",
      { mode: "partial" },
      0,
    ],
    [
      "a program for an older Python, patched",
      { official_tests: [{ input: "", output: "2" }] },
      "from fractions import gcd\nfrom collections import Mapping\nimport imp\nprint(gcd(4, 6))",
      { mode: "partial", patchCode: true },
      1,
    ],
    [
      "the memory that the row allows",
      { official_tests: [{ input: "", output: "1" }], memory_limit: 96 },
      "bytearray(120 << 20)\nprint(1)",
      {},
      0,
    ],
    [
      "the time that the row allows, as often as the language may take it",
      { official_tests: [{ input: "", output: "" }], time_limit: 60 },
      "while True: pass",
      { timeFactors: { python: 0.005 } },
      0,
    ],
  ])(
    "scores %s",
    async (_name, columns, source, options, score) => {
      expect(await cfScore(columns, fenced(source), options)).toBe(score);
    },
    MINUTES,
  );

  it.skipIf(!runsCpp).each<[string, string, string, number | null]>([
    ["a right program", SPLIT_CPP, "n = int(input())\nprint(n - 3, 3)", 1],
    ["one right answer of three", SPLIT_CPP, "print(4, 3)", 1 / 3],
    ["an output without the right form", SPLIT_CPP, "print(4)", 0],
    ["an output that is no text", SPLIT_CPP, "import sys\nsys.stdout.buffer.write(bytes(range(256)))", 0],
    [
      "a program that prints what a checker reports",
      SPLIT_CPP,
      `print('{"exit":0,"stdout":"1","stderr":""}')`,
      0,
    ],
    ["a checker that is no program", "#include <cstdio>\nint main() {", "print(1)", null],
    ["a checker that crashes", "#include <cstdlib>\nint main() { abort(); }", "print(1)", null],
    [
      "a checker that leaves without a report",
      "#include <unistd.h>\nint main() { _exit(0); }",
      "print(1)",
      null,
    ],
    ["a checker that comes to its end", "#include <cstdio>\nint main() {}", "print(1)", 1],
    ["a checker that floods", '#include <cstdio>\nint main() { for (;;) std::puts("1"); }', "print(1)", null],
    [
      "a checker that gives points",
      '#include <iostream>\nint main() { std::cerr << "points 0.5 halfway"; return 7; }',
      "print(1)",
      0,
    ],
  ])(
    "scores %s, by a checker in C++",
    async (_name, generated_checker, source, score) => {
      const columns = { ...SPLIT, generated_checker };
      expect(await cfScore(columns, fenced(source), { mode: "partial" })).toBe(score);
    },
    MINUTES,
  );

  it("scores a completion without code, and not one without tests", async () => {
    expect(await cfScore(SPLIT, "4 3")).toBe(-1);
    expect(await cfScore(SPLIT, "4 3", { noSubmission: -2 })).toBe(-2);
    expect(await cfScore({}, "4 3")).toBeNull();
  });

  it(
    "says what a checker that hangs costs: no score",
    async () => {
      const columns = { ...SPLIT, generated_checker: "while True: pass" };
      const groups = [{ columns, completions: [fenced("print(10, 0)")] }];
      const { scores, verdicts } = await scoreGroups(groups, cfCode({ maxTests: 1 }));
      expect(scores.cf_code).toEqual([[null]]);
      expect(verdicts.cf_code).toEqual([
        [{ status: "undetermined", fault: "system", reason: "infra_error" }],
      ]);
    },
    MINUTES,
  );
});

async function ioiResult(
  columns: IoiCodeColumns,
  source: string,
  options: IoiCodeOptions = {},
): Promise<unknown> {
  const groups = [{ columns, completions: [fenced(source, options.language)] }];
  const { scores, extra } = await scoreGroups(
    groups,
    ioiCode({ language: "python", timeoutMs: 5000, ...options }),
  );
  return [scores.ioi_code, extra["ioi_code.weighted_score"], extra["ioi_code.status"]].map(
    (column) => column?.[0]?.[0],
  );
}

/** The nearer to 10, the more points. */
const NEAR = {
  id: "near",
  score: 40,
  score_precision: 2,
  test_names: ["a", "b"],
  test_cases: { a: ["1", "10"], b: ["2", "10"], c: ["3", "10"] },
  checker: `import sys
distance = abs(int(open(sys.argv[3]).read()) - 10)
print(max(0, 1 - distance / 8))`,
};

/** A function that the problem's own program calls. */
const WALL = {
  id: "wall",
  score: 40,
  test_names: ["a", "b"],
  test_cases: { a: ["1", "1"], b: ["3", "9"] },
  grader_files: [
    ["graders/wall.h", "int height(int n);\n"],
    [
      "graders/grader.cpp",
      '#include <cstdio>\n#include "wall.h"\nint main() { int n; if (std::scanf("%d", &n) == 1) std::printf("%d\\n", height(n)); }\n',
    ],
    ["checker/rules.h", "inline double points(int is_right) { return is_right ? 1.0 : 0.0; }\n"],
    [
      "checker/checker.cpp",
      `#include "rules.h"
#include <cstdio>
#include <fstream>
int main(int argc, char** argv) {
  std::ifstream input(argv[1]), output(argv[3]);
  int n, height;
  bool is_right = argc == 4 && (input >> n) && (output >> height) && height == n * n;
  std::printf("%.1f\\n", points(is_right));
  std::fprintf(stderr, is_right ? "translate:success\\n" : "translate:wrong\\n");
}
`,
    ],
  ],
};

describe("ioi_code", () => {
  it.each<[string, IoiCodeColumns, string, unknown]>([
    ["the subtask in full", NEAR, "print(10)", [1, 40, "AC"]],
    ["its worst test", NEAR, "print(10 - int(input()))", [0.75, 30, "PA"]],
    ["half to even at its precision", NEAR, "print(10 - 3 * int(input()))", [0.25, 10, "PA"]],
    ["the row's decimals", { ...NEAR, score_precision: 1 }, "print(10 - int(input()))", [0.8, 30, "PA"]],
    ["nothing for a wrong answer", NEAR, "print(0)", [0, 0, "WA"]],
    ["nothing for an error", NEAR, "1 / 0", [0, 0, "RE"]],
    ["nothing for a syntax error", NEAR, "x =", [0, 0, "CE"]],
    ["words without a checker", { ...NEAR, checker: null }, "print('10 ')", [1, 40, "AC"]],
    ["a whole problem", { test_cases: [["1", "10"]] }, "print(10)", [1, 100, "AC"]],
    [
      "no score with graders for a language that takes none",
      { ...NEAR, grader_files: [["a.h", "x"]] },
      "print(10)",
      [null, null, "IE"],
    ],
  ])(
    "gives %s",
    async (_name, columns, source, expected) => {
      expect(await ioiResult(columns, source)).toEqual(expected);
    },
    MINUTES,
  );

  it.skipIf(!runsCpp).each([
    ["the subtask in full", "#include <bits/stdc++.h>\nint height(int n) { return n * n; }", [1, 40, "AC"]],
    ["nothing for a wrong answer", "int height(int n) { return n + n; }", [0, 0, "WA"]],
    ["nothing for an error", "int height(int n) { return vector<int>().at(n); }", [0, 0, "RE"]],
    ["nothing for a function that is missing", "int width(int n) { return n; }", [0, 0, "CE"]],
    ["nothing for a main beside the grader's", "int height(int) { return 1; }\nint main() {}", [0, 0, "CE"]],
  ])(
    "gives %s, by a grader",
    async (_name, source, expected) => {
      expect(await ioiResult(WALL, source, { language: "cpp" })).toEqual(expected);
    },
    MINUTES,
  );

  it("gives nothing without code, and no score for a language that is not run here", async () => {
    const reward = ioiCode();
    const completions = ["10", fenced("int main() {}", "cpp")];
    const { scores } = await scoreGroups([{ columns: NEAR, completions }], reward);
    expect(scores.ioi_code?.[0]?.[0]).toBe(0);
    expect(scores.ioi_code?.[0]?.[1]).toSatisfy((score) => score === null || score === 0);
  });

  it(
    "rounds by the option where the row does not say it",
    async () => {
      const row = { ...NEAR, score_precision: null };
      expect(await ioiResult(row, "print(9 - int(input()) // 2)", { precision: 1 })).toEqual([0.8, 30, "PA"]);
    },
    MINUTES,
  );
});
