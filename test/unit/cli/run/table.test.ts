import { expect, it } from "vitest";
import { table } from "../../../../src/cli/run/table.js";
import { comparators, type JudgedTest, type TestSuite } from "../../../../src/code/index.js";

const suite: TestSuite = {
  tests: ["3", "7"].map((text) => ({
    input: { kind: "stdin", text: "" },
    expected: { kind: "output", text },
  })),
};
const run = (stdout: string, parts: Partial<JudgedTest> = {}): JudgedTest => ({
  outcome: "ok",
  score: 0,
  stdout,
  message: "",
  wallMs: 5,
  ...parts,
});
const print = (results: readonly JudgedTest[], of: TestSuite = suite): string =>
  table(results, of, comparators.lines);

it("has a line per test, with time, memory and what is wrong", () => {
  const results = [
    run("3", { score: 1, memoryBytes: 9 << 20 }),
    run("8", { wallMs: 120, memoryBytes: 30 << 20 }),
  ];
  expect(print(results)).toBe(
    '1  passed          5 ms   9 MB\n2  wrong answer  120 ms  30 MB  line 1: "8" instead of "7"\n1 of 2 passed\n',
  );
});

it("leaves memory out where no sandbox tells it", () => {
  expect(print([run("3", { score: 1 }), run("7", { score: 1 })])).toBe(
    "1  passed  5 ms\n2  passed  5 ms\n2 of 2 passed\n",
  );
});

it("has a checker say what is wrong", () => {
  const checked = { ...suite, checker: { language: "python", source: "" } };
  expect(print([run("3", { score: 1 }), run("8", { message: "7 was possible" })], checked)).toContain(
    "wrong answer  5 ms  7 was possible\n",
  );
});

it("cuts what a compiler says", () => {
  const message = Array.from({ length: 30 }, (_, i) => `line ${i}`).join("\n");
  const text = print([1, 2].map(() => run("", { outcome: "compile_error", message })));
  expect(text).toMatch(/^compile error\nline 0\n/);
  expect(text).toMatch(/line 19\n… and 10 more lines\n0 of 2 passed\n$/);
});
