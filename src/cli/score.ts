import { Command, InvalidArgumentError } from "commander";
import type { AdvantageOptions } from "../advantage/index.js";
import { availableCores } from "../server/threads/available-cores.js";
import { inputsOf, pathOf, problemOfFiles, reportFailure } from "./file-arguments.js";
import { countUpTo, names } from "./option-values.js";
import { isParquetName } from "./rows/output/parquet-name.js";
import type { ScoreRun } from "./score/run-score.js";

interface ScoreFlags {
  readonly rewards?: readonly string[];
  readonly config?: string;
  readonly load: readonly string[];
  readonly advantages?: AdvantageOptions;
  readonly completionField?: string;
  readonly promptField?: string;
  readonly referenceField?: string;
  readonly groupField?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly keep?: readonly string[];
  readonly output?: string;
  readonly resume?: true;
  readonly strict?: true;
  readonly timings?: true;
  readonly workers?: number;
}

const EXIT_FAILURE = 1;
const MAX_THREADS = 999;

function addColumns(text: string, columns: Readonly<Record<string, string>> = {}): Record<string, string> {
  const pairs = names(text).map((pair): [string, string] => {
    const at = pair.indexOf("=");
    if (at > 0 && at < pair.length - 1) return [pair.slice(0, at), pair.slice(at + 1)];
    throw new InvalidArgumentError("Give a column and its field, such as target=answer.");
  });
  return { ...columns, ...Object.fromEntries(pairs) };
}

/** The name of an estimator, or its options as JSON. */
function advantageOptions(text: string): AdvantageOptions {
  if (!text.startsWith("{")) return { estimator: text } as AdvantageOptions;
  try {
    return JSON.parse(text) as AdvantageOptions;
  } catch {
    throw new InvalidArgumentError('Give the name of an estimator, or {"estimator": ...} as JSON.');
  }
}

function checkFlags(files: readonly string[], flags: ScoreFlags, command: Command): void {
  const hasRewards = flags.rewards !== undefined || flags.config !== undefined;
  const isResumable = flags.resume !== true || pathOf(flags.output) !== null;
  const hasLines = flags.resume !== true || !isParquetName(flags.output);
  const problem =
    problemOfFiles(files, [flags.output]) ??
    (hasRewards ? null : "give --rewards or --config") ??
    (isResumable ? null : "--resume goes with --output") ??
    (hasLines
      ? null
      : `--resume goes on with lines of JSON, not with Parquet: give -o ${flags.output}.jsonl`);
  if (problem !== null) command.error(`error: ${problem}`);
}

function toRun(files: readonly string[], flags: ScoreFlags): ScoreRun {
  const { rewards, config, load, advantages, columns = {}, ...others } = flags;
  const { keep = null, resume = false, timings = false, ...fields } = others;
  return {
    inputs: inputsOf(files),
    output: pathOf(flags.output),
    resume,
    workers: flags.workers ?? availableCores(true),
    keep,
    timings,
    rewards: {
      load,
      ...(rewards && { rewards }),
      ...(config !== undefined && { config }),
      ...(advantages && { advantages }),
    },
    fields: { columns, ...fields },
  };
}

async function scoreRows(run: ScoreRun, isStrict: boolean): Promise<void> {
  const { runScore } = await import("./score/run-score.js");
  const { describeProblems, describeTally } = await import("./score/tally.js");
  const { withRowOutput } = await import("./rows/output/with-row-output.js");
  const scored = await withRowOutput(run.output, (output) => runScore({ ...run, output }));
  if (scored === null) return;
  for (const problem of describeProblems(scored.tally)) console.error(problem);
  console.error(describeTally(scored.tally, scored.ms));
  if (isStrict && scored.tally.notScored > 0) process.exitCode = EXIT_FAILURE;
}

function withRewardOptions(command: Command): Command {
  return command
    .option(
      "--rewards <names>",
      "rewards by name, with commas between them; the reward of a row is their sum",
      names,
    )
    .option(
      "--config <file>",
      "rewards with options, weights and compositions, and advantages (.yaml, .json)",
    )
    .option(
      "--load <file>",
      "a module (.ts, .js) or configuration (.yaml, .json) of your own rewards; may be repeated",
      (file: string, files: readonly string[]) => [...files, file],
      [],
    )
    .option(
      "--advantages <estimator>",
      "also compute advantages: an estimator's name, or its options as JSON",
      advantageOptions,
    );
}

function withFieldOptions(command: Command): Command {
  return command
    .option("--completion-field <name>", "the field of the completion, a conversation, or a list of either")
    .option("--prompt-field <name>", "the field of the prompt")
    .option("--reference-field <name>", "the field of the reference, which rewards read as solution")
    .option("--group-field <name>", "consecutive rows with the same value here are a group")
    .option("--columns <column=field,...>", "the fields of other columns that rewards read", addColumns)
    .option("--keep <names>", "the fields that are written beside the results (default: all)", names)
    .option("--timings", "also write the milliseconds that each reward took for each completion");
}

/** `grpo-rewards score` */
export function scoreCommand(): Command {
  const command = new Command("score")
    .showHelpAfterError()
    .exitOverride()
    .description("score the rows of a data set or a log of completions: a line of JSON for each line")
    .argument(
      "[files...]",
      "JSON lines, CSV or Parquet, also packed by gzip; - or nothing is standard input",
    );
  return withFieldOptions(withRewardOptions(command))
    .option(
      "-o, --output <file>",
      "where the scored rows go, instead of standard output; .parquet writes Parquet",
    )
    .option("--resume", "with --output: go on behind the last complete line that it has")
    .option("--strict", "fail if any line was not scored")
    .option("--workers <number>", "threads (default: one for each core)", countUpTo(MAX_THREADS))
    .action(async (files: readonly string[], flags: ScoreFlags) => {
      checkFlags(files, flags, command);
      await scoreRows(toRun(files, flags), flags.strict ?? false).catch(reportFailure);
    });
}
