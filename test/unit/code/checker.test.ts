import { describe, expect, it } from "vitest";
import { checkOutputs, type CodeRunner, type RunOutcome, type RunResult } from "../../../src/code/index.js";
import { ended } from "./results.js";

/** A runner whose checkers end as they are told. */
function runnerOf(result: Partial<RunResult>, seen: string[] = []): CodeRunner {
  return {
    capabilities: () => Promise.resolve({ isolation: "none", languages: {} }),
    compile: ({ language, source }) =>
      Promise.resolve({ outcome: "ok", artifact: { language, handle: source } }),
    run: (_artifact, inputs) => {
      seen.push(...inputs.map((input) => (input.kind === "stdin" ? input.text : "")));
      return Promise.resolve(inputs.map(() => ({ outcome: "ok", stdout: "", ...result })));
    },
    close: () => Promise.resolve(),
  };
}

const PYTHON = { language: "python", source: "" };
const OUTPUT = { input: "5\n", expected: "1\n", stdout: "2\n" };
const report = (exit: number | null, stdout: string, stderr = ""): string =>
  `what it printed elsewhere\n${JSON.stringify({ exit, stdout, stderr })}\n`;

describe("a checker", () => {
  it.each<[string, string, number]>([
    ["prints 1", report(null, "1"), 1],
    ["prints 0", report(null, "0"), 0],
    ["prints 100", report(null, "100"), 1],
    ["prints a share", report(null, "0.25"), 0.25],
    ["prints a percentage", report(null, "40"), 0.4],
    ["prints 0 and ends with 0", report(0, "0"), 0],
    ["ends with 0", report(0, ""), 1],
    ["ends with 0 and says why", report(0, "ok 3 numbers"), 1],
    ["ends with 1", report(1, ""), 0],
    ["ends with 1 though it prints 1", report(1, "1"), 0],
    ["ends with 2", report(2, "", "wrong output format"), 0],
    ["gives points", report(7, "", "points 0.5 halfway"), 0.5],
    ["gives points of 100", report(7, "points 30"), 0.3],
  ])("that %s decides", async (_what, stdout, score) => {
    expect(await checkOutputs(runnerOf({ stdout }), PYTHON, [OUTPUT])).toMatchObject([
      { outcome: "ok", score },
    ]);
  });

  it.each<[string, Partial<RunResult>]>([
    ["raises", { outcome: "runtime_error", stdout: report(null, "1") }],
    ["hangs", { outcome: "timeout" }],
    ["takes too much memory", { outcome: "memory_limit" }],
    ["is lost", { outcome: "infra_error" }],
    ["leaves no report", { stdout: "1\n" }],
    ["leaves a report of another form", { stdout: "[1]\n" }],
    ["comes to its end and says nothing", { stdout: report(null, "") }],
    ["prints words", { stdout: report(null, "accepted") }],
    ["prints words and ends with 0", { stdout: report(0, "probably") }],
    ["prints more than everything", { stdout: report(0, "101") }],
    ["prints less than nothing", { stdout: report(0, "-1") }],
    ["fails by testlib's code", { stdout: report(3, "") }],
    ["gives points without a number", { stdout: report(7, "points") }],
  ])("that %s has failed, and nobody else", async (_what, result) => {
    const checks = await checkOutputs(runnerOf(result), PYTHON, [OUTPUT]);
    expect(checks).toMatchObject([ended("infra_error")]);
    expect(checks[0]?.message).toContain("The checker failed");
  });

  it("gets the input, the expected output and the output", async () => {
    const seen: string[] = [];
    await checkOutputs(runnerOf({}, seen), PYTHON, [OUTPUT, { ...OUTPUT, stdout: "3\n" }]);
    expect(seen.map((text) => JSON.parse(text) as unknown)).toEqual(
      ["2\n", "3\n"].map((stdout) => ({
        "input.txt": "5\n",
        "correct_output.txt": "1\n",
        "solution_output.txt": stdout,
      })),
    );
  });

  it.each<RunOutcome>(["compile_error", "infra_error"])(
    "that cannot be run has failed: %s",
    async (outcome) => {
      const compile: CodeRunner["compile"] = () =>
        Promise.resolve({ outcome, message: "no Python" } as never);
      const checks = await checkOutputs({ ...runnerOf({}), compile }, PYTHON, [OUTPUT]);
      expect(checks).toEqual([{ ...ended("infra_error"), message: "no Python" }]);
    },
  );

  it("in another language has failed, and says so", async () => {
    const checks = await checkOutputs(runnerOf({}), { language: "pascal", source: "" }, [OUTPUT]);
    expect(checks).toMatchObject([ended("infra_error")]);
    expect(checks[0]?.message).toContain("pascal");
  });

  it("in C++ gets the same files, with their lengths in bytes", async () => {
    const seen: string[] = [];
    const checker = { language: "cpp", source: "int main() {}" };
    await checkOutputs(runnerOf({}, seen), checker, [{ ...OUTPUT, stdout: "é\n" }]);
    expect(seen).toEqual(["input.txt 2\n5\ncorrect_output.txt 2\n1\nsolution_output.txt 3\né\n"]);
  });

  it("is not run where there is nothing to check", async () => {
    const compile: CodeRunner["compile"] = () => Promise.reject(new Error("compiled"));
    expect(await checkOutputs({ ...runnerOf({}), compile }, PYTHON, [])).toEqual([]);
  });
});
