import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, "run", ...args], { encoding: "utf8" });
}

const TESTS = file("tests.json", '{"inputs": ["1 2", "3 4", "x"], "outputs": ["3", "8", "0"]}');

it("tells what became of each test", () => {
  const program = file("solution.py", "print(sum(map(int, input().split())))");
  const { status, stdout } = run("--language", "python", "--tests", TESTS, program);
  expect(stdout).toMatch(
    /^1 {2}passed +\d+ ms +\d+ MB\n2 {2}wrong answer +\d+ ms +\d+ MB {2}line 1: "7" instead of "8"\n3 {2}runtime error +\d+ ms +\d+ MB {2}ValueError: .*\n1 of 3 passed\n$/,
  );
  expect(status).toBe(1);
}, 240_000);

it("shows once what is wrong with a program that does not compile", () => {
  const { status, stdout } = run("--tests", TESTS, file("broken.py", "def f(:"));
  expect(stdout).toBe("compile error\nSyntaxError: invalid syntax (main.py, line 1)\n0 of 3 passed\n");
  expect(status).toBe(1);
}, 240_000);

it("knows the language by the file's name, and prints JSON", () => {
  const program = file(
    "solution.js",
    `const [a, b] = readline().split(" ").map(Number); console.log(a + b);`,
  );
  const { stdout } = run("--json", "--tests", TESTS, program);
  const results = JSON.parse(stdout) as { outcome: string; score: number }[];
  expect(results.map(({ outcome, score }) => [outcome, score])).toEqual([
    ["ok", 1],
    ["ok", 0],
    ["ok", 0],
  ]);
}, 240_000);

it("has the checker of a row of Codeforces judge", () => {
  const row = {
    official_tests: [
      { input: "5", output: "2 3" },
      { input: "6", output: "1 5" },
    ],
    generated_checker:
      "import sys\nread = lambda i: map(int, open(sys.argv[i]).read().split())\nprint(int(sum(read(1)) == sum(read(3))))",
    time_limit: 20,
    memory_limit: 256,
  };
  const program = file("split.py", "print(1, 4)");
  const { status, stdout } = run("--tests", file("codeforces.json", JSON.stringify(row)), program);
  expect(stdout).toMatch(/^1 {2}passed .*\n2 {2}wrong answer .*\n1 of 2 passed\n$/);
  expect(status).toBe(1);
}, 240_000);

it("tells the points of a subtask of the IOI", () => {
  const row = {
    test_names: ["a", "b"],
    test_cases: { a: ["", "1"], b: ["", "1"] },
    score: 30,
    time_limit: 20,
  };
  const tests = file("ioi.json", JSON.stringify(row));
  expect(run("--tests", tests, file("one.py", "print(1)")).stdout).toContain(
    "the subtask has 30 of 30 points: AC\n",
  );
  const half = { ...row, checker: "print(0.5)" };
  const { stdout } = run("--tests", file("half.json", JSON.stringify(half)), file("two.py", "print(2)"));
  expect(stdout).toContain("partly right: 0.5");
  expect(stdout).toContain("the subtask has 15 of 30 points: PA\n");
}, 240_000);

it.each([
  [["--language", "cobol"], {}, "The sandbox does not run cobol. It runs python"],
  [["--runner", "embedded", "--language", "c++17"], {}, "The sandbox does not run cpp. It runs python"],
  // Where programs are not searched for, bubblewrap is not found; it is the same where the system is another one.
  [["--runner", "native"], { PATH: "" }, "The sandbox does not run python. "],
])("says what a sandbox does not run, and runs no test: %j", (args, env, message) => {
  const program = file("any.py", "print(1)");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MAIN, "run", "--tests", TESTS, ...args, program],
    { encoding: "utf8", env: { ...process.env, ...env } },
  );
  expect(stderr).toContain(message);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

it.each([
  [["--tests", join(folder, "none.json")], "cannot be read"],
  [["--tests", file("bad.json", "[]")], "no tests that can be read"],
  [[], "--tests"],
  [["--tests", TESTS, "--runner", "piston"], "needs the address of the service"],
  [["--tests", TESTS, "--endpoint", "http://127.0.0.1:1"], "--endpoint goes with --runner piston"],
])("refuses %j", (args, message) => {
  const { status, stderr } = run(...args, file("solution.py", ""));
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
