import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import {
  type CodeRunner,
  type ComparatorName,
  comparators,
  hasPassed,
  judgeProgram,
  type JudgedTest,
  type JudgeOptions,
  languageName,
  readTestSuite,
  type TestSuite,
} from "../code/index.js";
import { RewardError } from "../core/index.js";
import type { RemoteEngineName, RunnerChoice, RunnerName } from "../sandbox/index.js";
import { table } from "./run/table.js";

interface RunFlags {
  readonly tests: string;
  readonly language?: string;
  readonly comparator: ComparatorName;
  readonly timeout?: number;
  readonly memory?: number;
  readonly runner: RemoteEngineName | RunnerName;
  readonly endpoint?: readonly string[];
  readonly json?: true;
}

/** Services, which are not loaded to be named. */
const ENGINES: readonly RemoteEngineName[] = ["piston", "sandbox_fusion", "e2b", "judge0"];

const EXIT_FAILED = 1;

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

const DEFAULT_LIMITS = { timeMs: 10_000, memoryBytes: 256 << 20 };

/** The limits that were asked for, or the row's, which slow sandboxes exceed; or others. */
function limitsOf(
  { timeout, memory }: RunFlags,
  { limits }: TestSuite,
): Pick<JudgeOptions, "limits" | "timeFactors"> {
  const isRows = timeout === undefined && limits?.timeMs !== undefined;
  return {
    limits: {
      ...DEFAULT_LIMITS,
      ...limits,
      ...(timeout !== undefined && { timeMs: timeout }),
      ...(memory !== undefined && { memoryBytes: memory << 20 }),
    },
    ...(isRows && { timeFactors: {} }),
  };
}

interface JudgedFile {
  readonly results: readonly JudgedTest[];
  readonly suite: TestSuite;
}

const another = (value: string, values: readonly string[] = []): readonly string[] => [...values, value];

const isEngine = (name: string): name is RemoteEngineName => ENGINES.some((engine) => engine === name);

function choiceOf({ runner, endpoint: endpoints = [] }: RunFlags): RunnerChoice {
  if (isEngine(runner)) {
    if (endpoints.length > 0) return { engine: runner, endpoints };
    throw new RewardError(
      "bad_input",
      `--runner ${runner} needs the address of the service: --endpoint URL.`,
    );
  }
  if (endpoints.length === 0) return runner;
  throw new RewardError("bad_input", `--endpoint goes with --runner ${ENGINES.join(", ")}.`);
}

/** @throws {RewardError} if a sandbox does not run a language, with the reason and what to do */
async function requireLanguage(runner: CodeRunner, language: string): Promise<void> {
  const { languages } = await runner.capabilities();
  const states = Object.entries(languages);
  const state = states.find(([name]) => name === language)?.[1];
  if (state && "available" in state) return;
  const running = states.flatMap(([name, each]) => ("available" in each ? [name] : []));
  const missing = states.flatMap(([, each]) => ("reason" in each ? [each] : []));
  const others = running.length > 0 ? { reason: `It runs ${running.join(", ")}.` } : missing[0];
  const { reason, advice = "" } = state ?? others ?? { reason: "It runs nothing." };
  throw new RewardError(
    "bad_input",
    `The sandbox does not run ${language || "a file without a language; name one with --language"}. ${reason} ${advice}`.trimEnd(),
  );
}

async function runFile(path: string, flags: RunFlags): Promise<JudgedFile> {
  const [source, suite] = await Promise.all([readText(path), readTests(flags.tests)]);
  const { createRunner } = await import("../sandbox/index.js");
  const language = languageName(flags.language ?? suite.language ?? extname(path).slice(1));
  const runner = createRunner(choiceOf(flags));
  try {
    await requireLanguage(runner, language);
    const results = await judgeProgram(runner, { language, source }, suite, {
      ...limitsOf(flags, suite),
      comparator: comparators[flags.comparator],
    });
    return { results, suite };
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
    .requiredOption(
      "--tests <file>",
      "tests as JSON: a row, or the tests of one, of any data set that rewards read",
    )
    .option("--language <name>", "its language; by default what the tests say, or the file's name")
    .addOption(
      new Option("--comparator <name>", "how outputs are compared where the row has no checker")
        .choices(Object.keys(comparators))
        .default("lines"),
    )
    .option(
      "--timeout <ms>",
      "time limit of a test in milliseconds; by default the row's, as often as the sandbox is slower, or 10000",
      positive,
    )
    .option("--memory <mb>", "memory limit in mebibytes; by default the row's, or 256", positive)
    .addOption(
      new Option("--runner <name>", "the sandbox; auto is the first that runs the language")
        .choices(["auto", "embedded", "native", ...ENGINES])
        .default("auto"),
    )
    .option("--endpoint <url>", "address of a service that runs programs; may be repeated", another)
    .option("--json", "print the results as JSON")
    .action(async (path: string, flags: RunFlags) => {
      const { results, suite } = await runFile(path, flags);
      const text = flags.json
        ? `${JSON.stringify(results, null, 2)}\n`
        : table(results, suite, comparators[flags.comparator]);
      process.stdout.write(text);
      if (!results.every(hasPassed)) process.exitCode = EXIT_FAILED;
    });
}
