import { afterAll, describe, expect, it } from "vitest";
import { createRunner, nativeRunner } from "../../dist/sandbox/index.js";
import type { RunInput, RunResult } from "../../dist/code/index.js";

const LIMITS = { timeMs: 20_000, memoryBytes: 128 << 20, outputBytes: 1000 };

const runner = nativeRunner({ workers: 2 });
const { languages } = await runner.capabilities();
const missing = (language: string): boolean => !("available" in (languages[language] ?? {}));
afterAll(() => runner.close());

const stdin = (text: string): RunInput => ({ kind: "stdin", text });
const call = (name: string, args: string): RunInput => ({ kind: "call", name, args });
const expression = (text: string): RunInput => ({ kind: "expression", text });

/** What becomes of a program on each input: the outcome, or for a good end what it wrote. */
async function outcomes(
  language: string,
  source: string,
  inputs: readonly RunInput[],
  limits: Partial<typeof LIMITS> = {},
): Promise<string[]> {
  const compiled = await runner.compile({ language, source });
  if (compiled.outcome !== "ok") return [compiled.outcome];
  const results = await runner.run(compiled.artifact, inputs, { ...LIMITS, ...limits });
  return results.map(({ outcome, stdout }: RunResult) => (outcome === "ok" ? stdout : outcome));
}

const CPP = "#include <bits/stdc++.h>\nusing namespace std;\n";

type Case = readonly [what: string, source: string, inputs: readonly RunInput[], expected: readonly string[]];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  python: [
    [
      "standard input",
      "print(sum(map(int, input().split())))",
      [stdin("1 2"), stdin("é"), stdin("3 4")],
      ["3\n", "runtime_error", "7\n"],
    ],
    [
      "calls",
      "def f(a, b):\n    print('heard')\n    return {a, b}",
      [call("f", "[2, 1]"), call("g", "[]")],
      ['{"set": [1, 2]}', "runtime_error"],
    ],
    [
      "names that functions find at hand",
      "class Solution:\n    def f(self, a: List[int]): return Counter(a).most_common(1)[0][0] + ceil(0.5)\n    def permutations(self, a): return pow(a, 2)",
      [call("f", "[[3, 3, 1]]"), call("permutations", "[5]"), call("combinations", "[[1], 1]")],
      ["4", "25", "runtime_error"],
    ],
    ["no such names for programs", "print(Counter)", [stdin("")], ["runtime_error"]],
    ["methods", "class Solution:\n    def f(self, a): return a + [1]", [call("f", "[[0]]")], ["[0, 1]"]],
    ["expressions", "def f(a): return a * 2", [expression("f(3)")], ["6"]],
    ["no syntax", "def f(:", [stdin("")], ["compile_error"]],
    [
      "exit codes",
      "import sys\nprint(1)\nsys.exit(int(input()))",
      [stdin("0"), stdin("3")],
      ["1\n", "runtime_error"],
    ],
    [
      "threads with large stacks",
      "import threading\nthreading.stack_size(512 << 20)\ndef main(): print(input())\nt = threading.Thread(target=main)\nt.start()\nt.join()",
      [stdin("5")],
      ["5\n"],
    ],
    ["too much memory", "x = bytearray(1 << 30)", [stdin("")], ["memory_limit"]],
    ["too much output", "while True: print('x' * 100)", [stdin("")], ["output_limit"]],
    [
      "nothing of the last run",
      "import os, random\nprint(os.listdir('.'), random.random())\nopen('x', 'w')",
      [stdin(""), stdin("")],
      ["[] 0.8444218515250481\n", "[] 0.8444218515250481\n"],
    ],
    ["characters", "print(input()[::-1])", [stdin("añ😀\n")], ["😀ña\n"]],
  ],
  javascript: [
    [
      "standard input",
      "const [a, b] = require('fs').readFileSync('/dev/stdin', 'utf8').split(' ').map(Number); console.log(a + b);",
      [stdin("1 2"), stdin("3 4")],
      ["3\n", "7\n"],
    ],
    [
      "modules",
      "import fs from 'node:fs'; console.log(await Promise.resolve(fs.readFileSync(0, 'utf8').length));",
      [stdin("abc")],
      ["3\n"],
    ],
    [
      "calls",
      "const f = async (a) => { console.log('heard'); return new Set([2, a]); };",
      [call("f", "[1]"), call("g", "[]")],
      ['{"set":[1,2]}', "runtime_error"],
    ],
    [
      "calls of what a module exports",
      "export function f(a) { return a.concat(1); }",
      [call("f", "[[0]]")],
      ["[0,1]"],
    ],
    ["expressions", "function f(a) { return a * 2; }", [expression("f(3)")], ["6"]],
    ["no syntax", "const = 1;", [stdin("")], ["compile_error"]],
    [
      "too much memory",
      "const kept = []; for (;;) kept.push(new Array(1e5).fill(1.5));",
      [stdin("")],
      ["memory_limit"],
    ],
    [
      "too much output",
      "for (;;) require('fs').writeSync(1, 'x'.repeat(1000));",
      [stdin("")],
      ["output_limit"],
    ],
  ],
  cpp: [
    [
      "standard input",
      `${CPP}int main() { int a, b; cin >> a >> b; cout << a + b << endl; }`,
      [stdin("1 2"), stdin("3 4")],
      ["3\n", "7\n"],
    ],
    ["headers that are included twice, or late", `${CPP}${CPP}int main() { cout << 1; }`, [stdin("")], ["1"]],
    [
      "methods of the class Solution, whose includes may be missing",
      "class Solution {\npublic:\n  vector<int> f(vector<int>& a, int by) { cout << 1; for (int& each : a) each += by; return a; }\n  void g() const {}\n};",
      [call("f", "[[1, 2], 3]"), call("f", "[[], -1]"), call("g", "[]"), call("h", "[]"), stdin("")],
      ["[4,5]", "[]", "null", "compile_error", "compile_error"],
    ],
    [
      "functions that stand beside a main",
      "#include <string>\nstd::string twice(const std::string& text) { return text + text; }\nint main() { return 3; }",
      [call("twice", '["é\\"\\\\\\n\\u0041\\ud83d\\ude00"]'), stdin("")],
      ['"é\\"\\\\\\u000aA😀é\\"\\\\\\u000aA😀"', "runtime_error"],
    ],
    [
      "calls with values of every type",
      [
        "long long next(long long n) { return n + 1; }",
        "double half(double x) { return x / 2; }",
        "bool flip(bool b) { return !b; }",
        "char upper(char c) { return toupper(c); }",
        "vector<vector<char>> rows(vector<string> words) { vector<vector<char>> all; for (auto& w : words) all.emplace_back(w.begin(), w.end()); return all; }",
        "vector<bool> signs(vector<double> a) { vector<bool> all; for (double x : a) all.push_back(x < 0); return all; }",
        "auto add = [](int a, unsigned b) { return a + int(b); };",
        'const char* name() noexcept { return "x"; }',
      ].join("\n"),
      [
        call("next", "[9007199254740993]"),
        call("half", "[0.2]"),
        call("half", "[1e300]"),
        call("flip", "[ false ]"),
        call("upper", '["a"]'),
        call("rows", '[["ab", ""]]'),
        call("signs", "[[-1, 2.5]]"),
        call("add", "[-3, 4]"),
        call("name", "[]"),
      ],
      ["9007199254740994", "0.1", "5e+299", "true", '"A"', '[["a","b"],[]]', "[true,false]", "1", '"x"'],
    ],
    [
      "arguments that do not fit",
      "int f(int n) { return n; }",
      [
        call("f", '["1"]'),
        call("f", "[1, 2]"),
        call("f", "[]"),
        call("f", "[1.5]"),
        call("f", "[3000000000]"),
      ],
      ["runtime_error", "runtime_error", "runtime_error", "runtime_error", "runtime_error"],
    ],
    [
      "types that no JSON is read as",
      "int f(map<int, int> m) { return m.size(); }",
      [call("f", "[[]]")],
      ["compile_error"],
    ],
    [
      "inputs that no program can be called with",
      "int f(int n) { return n; }",
      [call("f", '[{"a": 1}]'), call("f", "[null]"), call("f g", "[1]"), expression("f(1)")],
      ["infra_error", "infra_error", "infra_error", "infra_error"],
    ],
    [
      "calls that fail",
      "int f(int n) { if (n == 1) throw 1; if (n == 2) exit(0); vector<int> kept; for (;;) kept.push_back(1); }",
      [call("f", "[1]"), call("f", "[2]"), call("f", "[3]")],
      ["runtime_error", "", "memory_limit"],
    ],
    ["no syntax", "int main() {", [stdin("")], ["compile_error"]],
    [
      "failures",
      `${CPP}int main() { int n; cin >> n; if (n == 1) abort(); if (n == 2) return 3; if (n == 3) throw 1; vector<int>().at(0); }`,
      [stdin("1"), stdin("2"), stdin("3"), stdin("4")],
      ["runtime_error", "runtime_error", "runtime_error", "runtime_error"],
    ],
    [
      "too much memory",
      `${CPP}int main() { vector<int> kept; for (;;) kept.push_back(1); }`,
      [stdin("")],
      ["memory_limit"],
    ],
    [
      "deep recursion",
      `${CPP}int deep(int n) { volatile int k[8] = {n}; return n ? deep(n - 1) + k[0] : 0; }\nint main() { cout << (deep(300000) != 0); }`,
      [stdin("")],
      ["1"],
    ],
    [
      "too much output",
      `${CPP}int main() { for (;;) puts("xxxxxxxxxxxxxxxxxxxxxxxxxx"); }`,
      [stdin("")],
      ["output_limit"],
    ],
  ],
};

describe.each(Object.keys(CASES))("native %s", (language) => {
  it.skipIf(missing(language)).each(CASES[language] ?? [])(
    "knows %s",
    async (_what, source, inputs, expected) => {
      expect(await outcomes(language, source, inputs)).toEqual(expected);
    },
  );
});

const ENDLESS = {
  python: "while True: pass",
  javascript: "for (;;);",
  cpp: "int main() { for (volatile int i = 0;;) i = i; }",
};

it.each(Object.entries(ENDLESS))(
  "ends an endless program in %s, and runs the next one",
  async (language, source) => {
    if (missing(language)) return;
    const endless = outcomes(language, source, [stdin(""), stdin("")], { timeMs: 200 });
    expect(await endless).toEqual(["timeout", "timeout"]);
  },
);

it.skipIf(missing("python"))("runs nothing once it is called off", async () => {
  const compiled = await runner.compile({ language: "python", source: "print(1)" });
  if (compiled.outcome !== "ok") throw new Error(compiled.message);
  const results = await runner.run(compiled.artifact, [stdin(""), stdin("")], LIMITS, AbortSignal.abort());
  expect(results.map(({ outcome }) => outcome)).toEqual(["infra_error", "infra_error"]);
});

describe.skipIf(missing("cpp"))("programs that come with files", () => {
  const files = {
    "sums.h": "int sum(int one, int other);\n",
    "grader.cpp":
      '#include <cstdio>\n#include "sums.h"\nint main() { int a, b; if (scanf("%d %d", &a, &b) == 2) printf("%d", sum(a, b)); }\n',
    "notes.txt": "é",
  };
  const source = '#include "sums.h"\nint sum(int one, int other) { return one + other; }';

  it("are compiled together with them", async () => {
    const compiled = await runner.compile({ language: "cpp", source, files });
    if (compiled.outcome !== "ok") throw new Error(compiled.message);
    expect(await runner.run(compiled.artifact, [stdin("1 2")], LIMITS)).toMatchObject([
      { outcome: "ok", stdout: "3" },
    ]);
  });

  it.each([
    ["cpp", "int nothing;", files, "compile_error"],
    ["cpp", source, { ...files, "manager.cpp": "int main() {}" }, "infra_error"],
    ["cpp", source, { "../grader.cpp": "" }, "infra_error"],
    ["cpp", source, { "-o.cpp": "" }, "infra_error"],
    ["python", "", files, "infra_error"],
  ])("are refused where that cannot be done: %s %j", async (language, text, others, outcome) => {
    expect(await runner.compile({ language, source: text, files: others })).toMatchObject({ outcome });
  });
});

it("does not know every language", async () => {
  expect(await outcomes("cobol", "", [stdin("")])).toEqual(["infra_error"]);
});

it.skipIf(missing("cpp"))("is what the runner auto takes for C++", async () => {
  const auto = createRunner("auto");
  const compiled = await auto.compile({ language: "c++17", source: `${CPP}int main() { cout << 1; }` });
  if (compiled.outcome !== "ok") throw new Error(compiled.message);
  expect(await auto.run(compiled.artifact, [stdin("")], LIMITS)).toMatchObject([
    { outcome: "ok", stdout: "1" },
  ]);
  await auto.close();
});
