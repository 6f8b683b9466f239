import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import {
  type ComparatorName,
  comparators,
  hasPassed,
  judgeProgram,
  type JudgedTest,
  languageName,
  readTestSuite,
  type TestSuite,
} from "../code/index.js";
import { RewardError } from "../core/index.js";

interface RunFlags {
  readonly tests: string;
  readonly language?: string;
  readonly comparator: ComparatorName;
  readonly timeout: number;
  readonly memory: number;
  readonly json?: true;
}

const EXIT_FAILED = 1;

/** What is shown of a message or an output. */
const SHOWN = 100;

function positive(text: string): number {
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError("Give a whole number above 0.");
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new RewardError("bad_input", `${path} cannot be read.`, { cause: error });
  }
}

async function readTests(path: string): Promise<TestSuite> {
  const suite = await readTestSuite(await readText(path));
  if (suite !== null) return suite;
  throw new RewardError(
    "bad_input",
    `${path} holds no tests that can be read, such as {"inputs": ["1 2"], "outputs": ["3"]}.`,
  );
}

/** One line of the text, cut where it is long. */
function shown(text: string): string {
  const line = text.trimEnd().split("\n").at(-1) ?? "";
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

function resultOf(test: JudgedTest): string {
  if (hasPassed(test)) return "passed";
  return test.outcome === "ok" ? "wrong answer" : test.outcome.replaceAll("_", " ");
}

/** A line per test: its number, what became of it, its time, and what a failure has to say. */
function table(results: readonly JudgedTest[]): string {
  const rows = results.map((test, index) => {
    const detail = hasPassed(test) ? "" : shown(test.outcome === "ok" ? test.stdout : test.message);
    return [String(index + 1), resultOf(test), `${test.wallMs.toFixed(0)} ms`, detail] as const;
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map(([number, result, time, detail]) => {
    const [first = 0, second = 0, third = 0] = widths;
    const start = `${number.padStart(first)}  ${result.padEnd(second)}  ${time.padStart(third)}`;
    return detail === "" ? start : `${start}  ${detail}`;
  });
  const passed = results.filter(hasPassed).length;
  return `${lines.join("\n")}\n${passed} of ${results.length} passed\n`;
}

async function runFile(path: string, flags: RunFlags): Promise<readonly JudgedTest[]> {
  const [source, suite] = await Promise.all([readText(path), readTests(flags.tests)]);
  const { embeddedRunner } = await import("../sandbox/index.js");
  const language = languageName(flags.language ?? suite.language ?? extname(path).slice(1));
  const runner = embeddedRunner();
  try {
    return await judgeProgram(runner, { language, source }, suite, {
      limits: { timeMs: flags.timeout, memoryBytes: flags.memory << 20 },
      comparator: comparators[flags.comparator],
    });
  } finally {
    await runner.close();
  }
}

/** `grpo-rewards run` */
export function runCommand(): Command {
  return new Command("run")
    .showHelpAfterError()
    .exitOverride()
    .description("run a program on tests, in the sandbox that the rewards use, and tell what became of each")
    .argument("<file>", "the program")
    .requiredOption("--tests <file>", "tests as JSON, in the layout of any data set that rewards read")
    .option("--language <name>", "its language; by default what the tests say, or the file's name")
    .addOption(
      new Option("--comparator <name>", "how outputs are compared")
        .choices(Object.keys(comparators))
        .default("lines"),
    )
    .option("--timeout <ms>", "time limit of a test in milliseconds", positive, 10_000)
    .option("--memory <mb>", "memory limit in mebibytes", positive, 256)
    .option("--json", "print the results as JSON")
    .action(async (path: string, flags: RunFlags) => {
      const results = await runFile(path, flags);
      process.stdout.write(flags.json ? `${JSON.stringify(results, null, 2)}\n` : table(results));
      if (!results.every(hasPassed)) process.exitCode = EXIT_FAILED;
    });
}
