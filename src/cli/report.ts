import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { ScoredFieldFlags } from "./scored/choose-scored-fields.js";

interface ReportFlags extends ScoredFieldFlags {
  readonly output?: string;
  readonly title?: string;
  readonly samples: number;
  readonly threshold: number;
}

const STANDARD_STREAM = "-";
const EXIT_FAILURE = 1;
const MAX_SAMPLES = 5000;
const DEFAULT_SAMPLES = 200;
const DEFAULT_THRESHOLD = 0.5;

function sampleCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,4}$/.test(text) && count <= MAX_SAMPLES) return count;
  throw new InvalidArgumentError(`Give a whole number up to ${MAX_SAMPLES}.`);
}

function finiteNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Give a number.");
}

/** An absolute path; `null` is a standard stream. */
const pathOf = (argument: string | undefined): string | null =>
  argument === undefined || argument === STANDARD_STREAM ? null : resolve(argument);

function checkFlags(files: readonly string[], { output }: ReportFlags, command: Command): void {
  const path = pathOf(output);
  if (files.length === 0 && process.stdin.isTTY) command.error("error: give a file, or pipe lines in");
  if (path !== null && files.map(pathOf).includes(path))
    command.error("error: the output would overwrite an input");
}

async function report(
  files: readonly string[],
  { output, title, samples, threshold, ...fields }: ReportFlags,
) {
  const { runReport } = await import("./report/run-report.js");
  const inputs = files.length === 0 ? [null] : files.map(pathOf);
  const run = { inputs, output: pathOf(output), title: title ?? null, samples, threshold, fields };
  const { completions, samples: shown } = await runReport(run);
  console.error(
    `${completions.toLocaleString("en")} completions, ${shown.length.toLocaleString("en")} of them shown`,
  );
}

/** The file system refused, or an input is packed or quoted wrongly; anything else is a defect and keeps its stack. */
function reportFailure(error: unknown): void {
  const { code = "" } = error as NodeJS.ErrnoException;
  const isOfInput = error instanceof Error && ("syscall" in error || /^(?:Z|CSV|PARQUET)_/.test(code));
  if (!isOfInput) throw error;
  console.error(`grpo-rewards: ${error.message}`);
  process.exitCode = EXIT_FAILURE;
}

/** `grpo-rewards report` */
export function reportCommand(): Command {
  const command = new Command("report")
    .showHelpAfterError()
    .exitOverride()
    .description("make a page about scored rows, as score writes them: one HTML file that needs nothing else")
    .argument("[files...]", "what score wrote, also packed by gzip; - or nothing is standard input")
    .option("-o, --output <file>", "where the page goes, instead of standard output")
    .option("--title <text>", "the heading (default: the names of the files)")
    .option(
      "--samples <number>",
      "completions that are drawn at random for the table",
      sampleCount,
      DEFAULT_SAMPLES,
    )
    .option(
      "--threshold <number>",
      "a score above it approves of a completion",
      finiteNumber,
      DEFAULT_THRESHOLD,
    )
    .option("--completion-field <name>", "the field of the completion")
    .option("--prompt-field <name>", "the field of the prompt")
    .option("--reference-field <name>", "the field of the reference")
    .option("--group-field <name>", "consecutive rows with the same value here are a group");
  return command.action(async (files: readonly string[], flags: ReportFlags) => {
    checkFlags(files, flags, command);
    await report(files, flags).catch(reportFailure);
  });
}
