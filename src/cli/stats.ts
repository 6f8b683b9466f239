import { Command, InvalidArgumentError, Option } from "commander";
import { inputsOf, isClosedPipe, problemOfFiles, reportFailure } from "./file-arguments.js";
import { names, number } from "./option-values.js";
import type { ScoredFieldFlags } from "./scored/choose-scored-fields.js";
import { withScoredFieldOptions } from "./scored-field-options.js";
import type { Stats, StatsRun } from "./stats/run-stats.js";

type Format = "text" | "json" | "markdown";

interface StatsFlags extends ScoredFieldFlags {
  readonly by?: string;
  readonly k?: readonly number[];
  readonly reward?: string;
  readonly threshold: number;
  readonly confidence: number;
  readonly equality: StatsRun["equality"];
  readonly format: Format;
  readonly groups?: true;
}

const MAX_K = 10_000;

function kValues(text: string): readonly number[] {
  const ks = names(text).map(Number);
  if (ks.every((k) => Number.isInteger(k) && k >= 1 && k <= MAX_K))
    return [...new Set(ks)].sort((a, b) => a - b);
  throw new InvalidArgumentError(`Give whole numbers from 1 to ${MAX_K}, such as 1,4,8.`);
}

function confidenceLevel(text: string): number {
  const level = number(text);
  if (level > 0 && level < 1) return level;
  throw new InvalidArgumentError("Give a number between 0 and 1, such as 0.95.");
}

function toRun(files: readonly string[], flags: StatsFlags): StatsRun {
  const { by = null, k = null, reward = null, threshold, confidence, equality } = flags;
  return { inputs: inputsOf(files), fields: flags, by, ks: k, reward, threshold, confidence, equality };
}

async function describe({ summary }: Stats, format: Format): Promise<string> {
  if (format === "json") return `${JSON.stringify(summary, null, 2)}\n`;
  const { tablesOf } = await import("./stats/tables.js");
  const { markdownOf, textOf } = await import("./stats/render.js");
  return (format === "markdown" ? markdownOf : textOf)(tablesOf(summary));
}

async function printLines(lines: Iterable<string>): Promise<void> {
  const { Readable } = await import("node:stream");
  const { pipeline } = await import("node:stream/promises");
  await pipeline(Readable.from(lines), process.stdout, { end: false }).catch((error: unknown) => {
    if (!isClosedPipe(error)) throw error;
  });
}

async function printStats(run: StatsRun, { format, groups }: StatsFlags): Promise<void> {
  const { runStats } = await import("./stats/run-stats.js");
  const stats = await runStats(run);
  const { groupLines } = await import("./stats/group-lines.js");
  await printLines(groups ? groupLines(stats.dataSets) : [await describe(stats, format)]);
  if (
    stats.summary.correctness === null &&
    stats.summary.dataSets.some(({ completions }) => completions > 0)
  ) {
    console.error("no pass@k and maj@k: give --reward, the reward that says what is correct");
  }
}

/** `grpo-rewards stats` */
export function statsCommand(): Command {
  const command = new Command("stats")
    .showHelpAfterError()
    .exitOverride()
    .description("pass@k, maj@k, means, degenerate groups and agreement of rewards of what score wrote")
    .argument("[files...]", "what grpo-rewards score wrote; - or nothing is standard input")
    .option("--by <field>", "the field whose values part data sets (default: the files)")
    .option(
      "--k <numbers>",
      "the k of pass@k and maj@k, with commas (default: 1,4,8,16,32,64 as far as groups go)",
      kValues,
    )
    .option(
      "--reward <name>",
      "the reward that says what is correct (default: the only one that gives verdicts)",
    )
    .option("--threshold <number>", "the score from which on a completion is correct", number, 1)
    .option("--confidence <level>", "the share of intervals that hold the true value", confidenceLevel, 0.95)
    .addOption(
      new Option(
        "--equality <kind>",
        "which answers are the same vote: the same mathematics, or the same text",
      )
        .choices(["math", "exact"])
        .default("math"),
    )
    .addOption(
      new Option("--format <format>", "how it is printed")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .option("--groups", "print a line of JSON for each group instead");
  return withScoredFieldOptions(command).action(async (files: readonly string[], flags: StatsFlags) => {
    const problem = problemOfFiles(files, []);
    if (problem !== null) command.error(`error: ${problem}`);
    await printStats(toRun(files, flags), flags).catch(reportFailure);
  });
}
