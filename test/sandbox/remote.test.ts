import { afterAll, describe, expect, it, vi } from "vitest";
import { type CodeRunner, comparators, judgeProgram, type TestSuite } from "../../dist/code/index.js";
import { code, scoreGroups } from "../../dist/index.js";
import { embeddedRunner, type RemoteEngineName, remoteRunner } from "../../dist/sandbox/index.js";
import { SERVICES } from "./services.js";

/** The root of a real server, started with PISTON_OUTPUT_MAX_SIZE of at least a megabyte. */
const { PISTON_URL = "" } = process.env;

const embedded = embeddedRunner();
afterAll(() => embedded.close());

const stdin = (input: string, output: string): TestSuite["tests"][number] => ({
  input: { kind: "stdin", text: input },
  expected: { kind: "output", text: output },
});

const call = (name: string, args: string, value: number): TestSuite["tests"][number] => ({
  input: { kind: "call", name, args },
  expected: { kind: "value", values: [value] },
});

const SUM: TestSuite = { tests: [stdin("1 2", "3"), stdin("4 5", "9")] };
const DOUBLE: TestSuite = { tests: [call("double", "[4]", 8), call("double", "[-1]", -2)] };
const EXPRESSION: TestSuite = {
  setup: "def base(): return 20",
  tests: [
    { input: { kind: "expression", text: "answer()" }, expected: { kind: "expression", text: "base() + 1" } },
  ],
};

const SUM_IN_PYTHON = "print(sum(map(int, input().split())))";
const SUM_IN_JAVASCRIPT = `const [a, b] = require("fs").readFileSync(0, "utf8").split(" ").map(Number); console.log(a + b);`;

/** Name, language, program, tests, and what becomes of each. */
const PROGRAMS: readonly (readonly [string, string, string, TestSuite, string])[] = [
  ["a right one", "python", SUM_IN_PYTHON, SUM, "right right"],
  ["a right one", "javascript", SUM_IN_JAVASCRIPT, SUM, "right right"],
  ["a wrong one", "python", "print(3)", SUM, "right wrong"],
  ["one that fails", "python", "int('x')", SUM, "runtime_error runtime_error"],
  ["one that does not compile", "python", "print(", SUM, "compile_error compile_error"],
  ["one that never ends", "python", "while True: pass", { tests: [stdin("", "")] }, "timeout"],
  ["a function", "python", "def double(x):\n    print('noise')\n    return 2 * x", DOUBLE, "right right"],
  ["a method", "python", "class Solution:\n    def double(self, x): return 2 * x", DOUBLE, "right right"],
  ["a wrong function", "python", "def double(x): return 8", DOUBLE, "right wrong"],
  [
    "what is equal to all",
    "python",
    "class All:\n    __eq__ = lambda *_: True\ndef double(x): return All()",
    DOUBLE,
    "runtime_error runtime_error",
  ],
  [
    "a function",
    "javascript",
    "const double = (x) => { console.log(1); return 2 * x; };",
    DOUBLE,
    "right right",
  ],
  ["an expression", "python", "def answer(): return 21", EXPRESSION, "right"],
  ["one that ends well before it is asked", "python", "import os\nos._exit(0)", DOUBLE, "wrong wrong"],
];

const TIME_MS = 4000;

async function outcomesOf(
  runner: CodeRunner,
  language: string,
  source: string,
  suite: TestSuite,
): Promise<string> {
  const results = await judgeProgram(runner, { language, source }, suite, {
    limits: { timeMs: TIME_MS, memoryBytes: 256 << 20 },
    comparator: comparators.lines,
  });
  return results
    .map(({ outcome, score }) => (outcome === "ok" ? (score === 1 ? "right" : "wrong") : outcome))
    .join(" ");
}

describe.each(Object.entries(SERVICES))("%s", (engine, serve) => {
  it.each(PROGRAMS)("judges %s in %s", async (_name, language, source, suite, expected) => {
    await using server = await serve(embedded);
    const runner = remoteRunner({
      engine: engine as RemoteEngineName,
      endpoints: [server.url],
      outputBytes: 1 << 20,
    });
    expect(await outcomesOf(runner, language, source, suite)).toBe(expected);
  });

  it("judges elsewhere what one address fails at", async () => {
    await using server = await serve(embedded);
    const runner = remoteRunner({
      engine: engine as RemoteEngineName,
      endpoints: ["http://127.0.0.1:1", server.url],
      outputBytes: 1 << 20,
    });
    expect(await outcomesOf(runner, "python", SUM_IN_PYTHON, SUM)).toBe("right right");
  });

  it("says that nobody is there", async () => {
    const runner = remoteRunner({
      engine: engine as RemoteEngineName,
      endpoints: ["http://127.0.0.1:1"],
      retries: 0,
    });
    expect(await outcomesOf(runner, "python", SUM_IN_PYTHON, SUM)).toBe("infra_error infra_error");
  });
});

if (PISTON_URL !== "") {
  describe("the Piston at PISTON_URL", () => {
    it.each(PROGRAMS)("judges %s in %s", async (_name, language, source, suite, expected) => {
      const runner = remoteRunner({ engine: "piston", endpoints: [PISTON_URL], outputBytes: 1 << 20 });
      expect(await outcomesOf(runner, language, source, suite)).toBe(expected);
    });
  });
}

describe("a service", () => {
  it("has an address", () => {
    expect(() => remoteRunner({ engine: "piston", endpoints: ["10.0.0.7:2000"] })).toThrow(
      /endpoints must be a URL/,
    );
  });

  it("has its key in the environment", () => {
    vi.stubEnv("E2B_API_KEY", "");
    expect(() => remoteRunner({ engine: "e2b", endpoints: ["https://api.e2b.app"] })).toThrow(
      /E2B_API_KEY is not set/,
    );
    expect(() => remoteRunner({ engine: "e2b", endpoints: ["https://e2b.example"] })).not.toThrow();
    vi.unstubAllEnvs();
  });

  it("is named by the option of a reward", async () => {
    await using server = await (SERVICES.piston as (typeof SERVICES)[string])(embedded);
    const runner = { engine: "piston", endpoints: [server.url] } as const;
    const tests = { inputs: ["3", "4"], outputs: ["4", "5"] };
    const completions = ["print(int(input()) + 1)", "print(4)"].map(
      (source) => `\`\`\`python\n${source}\n\`\`\``,
    );
    const { scores } = await scoreGroups(
      [{ columns: { input_output: tests }, completions }],
      code({ runner }),
    );
    expect(scores).toEqual({ code: [[1, 0.5]] });
  });

  it("runs a program once, however often it is written, now or later", async () => {
    await using server = await (SERVICES.piston as (typeof SERVICES)[string])(embedded);
    const reward = code({ runner: { engine: "piston", endpoints: [server.url] } });
    const runs = (): number => server.received.filter(({ path }) => path.endsWith("/execute")).length;
    const score = async (answer: string, ...sources: readonly string[]): Promise<unknown> => {
      const columns = { input_output: { inputs: ["3"], outputs: [answer] } };
      const completions = sources.map((source, i) => `Try ${i}:\n\`\`\`python\n${source}\n\`\`\``);
      return (await scoreGroups([{ columns, completions }], reward)).rewards;
    };
    expect(await score("4", "print(4)", "print(4)", "print(4)", "print(5)")).toEqual([[1, 1, 1, 0]]);
    expect(runs()).toBe(2);
    expect(await score("4", "print(4)")).toEqual([[1]]);
    expect(runs()).toBe(2);
    // Other tests are another question.
    expect(await score("5", "print(4)")).toEqual([[0]]);
    expect(runs()).toBe(3);
  });
});
