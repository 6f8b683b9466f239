import { describe, expect, it } from "vitest";
import {
  type CodeRunner,
  comparators,
  judgeProgram,
  type RunInput,
  type RunLimits,
  type RunResult,
  type TestSuite,
} from "../../../src/code/index.js";

interface Seen {
  readonly inputs: RunInput[];
  readonly limits: RunLimits[];
}

/** A runner of programs that echo: standard input, or the text of the expression. */
function echo(seen: Seen, result: Partial<RunResult> = {}): CodeRunner {
  return {
    capabilities: () => Promise.resolve({ isolation: "none", languages: {} }),
    compile: ({ language, source }) =>
      Promise.resolve(
        source.includes("syntax error")
          ? { outcome: "compile_error", message: "no" }
          : { outcome: "ok", artifact: { language, handle: source } },
      ),
    run: (_artifact, inputs, limits) => {
      seen.inputs.push(...inputs);
      seen.limits.push(limits);
      const results = inputs.map((input): RunResult => {
        const stdout = input.kind === "call" ? input.args : input.text;
        return { outcome: "ok", stdout, ...result };
      });
      return Promise.resolve(results);
    },
    close: () => Promise.resolve(),
  };
}

const suite: TestSuite = {
  tests: ["1", "2", "3"].map((text) => ({
    input: { kind: "stdin", text },
    expected: { kind: "output", text: text === "2" ? "other" : text },
  })),
};
const OPTIONS = { limits: { timeMs: 1, memoryBytes: 1 }, comparator: comparators.lines };
const program = { language: "python", source: "echo" };

describe("judging a program", () => {
  it("compares on the host, and tells the runner nothing of what is expected", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const results = await judgeProgram(echo(seen), program, suite, OPTIONS);
    expect(results.map(({ score }) => score)).toEqual([1, 0, 1]);
    expect(JSON.stringify(seen)).not.toContain("other");
  });

  it("runs no test behind the batch that settles the score", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const isSettled = (results: readonly { score: number }[]): boolean =>
      results.some(({ score }) => score === 0);
    const results = await judgeProgram(echo(seen), program, suite, { ...OPTIONS, batchSize: 1, isSettled });
    expect(results.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "skipped"]);
    expect(seen.inputs).toHaveLength(2);
  });

  it("gives a program that does not compile nothing for any test", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const results = await judgeProgram(echo(seen), { ...program, source: "syntax error" }, suite, OPTIONS);
    expect(results.map(({ outcome, score }) => [outcome, score])).toEqual(
      Array(3).fill(["compile_error", 0]),
    );
    expect(seen.inputs).toEqual([]);
  });

  it("leaves room for the longest output that is expected", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const text = "x".repeat(1_000_000);
    const long: TestSuite = {
      tests: [{ input: { kind: "stdin", text }, expected: { kind: "output", text } }],
    };
    await judgeProgram(echo(seen), program, long, OPTIONS);
    expect(seen.limits[0]?.outputBytes).toBeGreaterThan(1_000_000);
  });

  it.each<[string, string, unknown[], number]>([
    ["the same value", "[1, [2.0]]", [[1, [2]]], 1],
    ["one of several", "3", [[3], 3], 1],
    ["another value", "[1, 2]", [[1, 3]], 0],
    ["a truth value for a number", "true", [1], 0],
    ["no JSON", "1 2", [1], 0],
  ])("compares values as JSON: %s", async (_name, args, values, score) => {
    const calls = {
      tests: [{ input: { kind: "call", name: "f", args }, expected: { kind: "value", values } }],
    } as TestSuite;
    const [result] = await judgeProgram(echo({ inputs: [], limits: [] }), program, calls, OPTIONS);
    expect(result?.score).toBe(score);
  });

  it("has a checker judge outputs in runs of their own, and only those of programs that ended well", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const runner = echo(seen);
    const compiled: string[] = [];
    const checking: CodeRunner = {
      ...runner,
      compile: (each, signal) => {
        compiled.push(each.source);
        return runner.compile(each, signal);
      },
      run: async (artifact, inputs, limits, signal) => {
        if (artifact.handle === "echo") {
          const ran = await runner.run(artifact, inputs, limits, signal);
          return ran.map((each) => (each.stdout === "3" ? { ...each, outcome: "timeout" } : each));
        }
        return inputs.map((input) => {
          const isHalf = input.kind === "stdin" && input.text.includes('"solution_output.txt":"2"');
          const stdout = JSON.stringify({ exit: null, stdout: isHalf ? "0.5" : "0", stderr: "" });
          return { outcome: "ok", stdout };
        });
      },
    };
    const results = await judgeProgram(
      checking,
      program,
      { ...suite, checker: { language: "python", source: "THE CHECKER" } },
      OPTIONS,
    );
    expect(results.map(({ outcome, score }) => [outcome, score])).toEqual([
      ["ok", 0],
      ["ok", 0.5],
      ["timeout", 0],
    ]);
    expect(results.map(({ stdout }) => stdout)).toEqual(["1", "2", "3"]);
    expect(compiled).toHaveLength(2);
    expect(compiled[0]).not.toContain("THE CHECKER");
    expect(compiled[1]).toContain("THE CHECKER");
  });

  it("runs programs that come with files only where that is possible", async () => {
    const seen: Seen = { inputs: [], limits: [] };
    const files = { "wall.h": "" };
    const compiled: unknown[] = [];
    const takesFiles: CodeRunner = {
      ...echo(seen),
      capabilities: () => Promise.resolve({ isolation: "none", languages: {}, takesFiles: true }),
      compile: (each) => {
        compiled.push(each.files);
        return echo(seen).compile(each);
      },
    };
    const [refused] = await judgeProgram(echo(seen), program, { ...suite, files }, OPTIONS);
    expect(refused?.outcome).toBe("infra_error");
    const [taken] = await judgeProgram(takesFiles, program, { ...suite, files }, OPTIONS);
    expect(taken?.outcome).toBe("ok");
    expect(compiled).toEqual([files]);
  });

  it.each<[string, Readonly<Record<string, number>> | undefined, number]>([
    ["as it is", undefined, 100],
    ["as often as the runner is slower", {}, 300],
    ["by the language's factor", { python: 1.5 }, 150],
    ["as often as the runner is slower, for another language", { cpp: 1 }, 300],
  ])("has the time limit %s", async (_what, timeFactors, timeMs) => {
    const seen: Seen = { inputs: [], limits: [] };
    const slow: CodeRunner = {
      ...echo(seen),
      capabilities: () =>
        Promise.resolve({ isolation: "none", languages: { python: { available: true, slowdown: 3 } } }),
    };
    const limits = { timeMs: 100, memoryBytes: 1 };
    await judgeProgram(slow, program, suite, { ...OPTIONS, limits, ...(timeFactors && { timeFactors }) });
    expect(seen.limits[0]?.timeMs).toBe(timeMs);
  });

  it("computes expected expressions without the program, and blames nobody else where that fails", async () => {
    const asserted: TestSuite = {
      tests: [{ input: { kind: "expression", text: "[1]" }, expected: { kind: "expression", text: "[1]" } }],
    };
    const seen: Seen = { inputs: [], limits: [] };
    expect((await judgeProgram(echo(seen), program, asserted, OPTIONS))[0]?.score).toBe(1);
    const failing = echo(seen, { outcome: "runtime_error" });
    expect((await judgeProgram(failing, program, asserted, OPTIONS))[0]?.outcome).toBe("infra_error");
  });
});
