import { Command, InvalidArgumentError } from "commander";
import { inputsOf, pathOf, problemOfFiles, reportFailure } from "./file-arguments.js";
import type { ScoredFieldFlags } from "./scored/choose-scored-fields.js";

interface ReportFlags extends ScoredFieldFlags {
  readonly output?: string;
  readonly title?: string;
  readonly samples: number;
  readonly threshold: number;
}

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

async function report(
  files: readonly string[],
  { output, title, samples, threshold, ...fields }: ReportFlags,
) {
  const { runReport } = await import("./report/run-report.js");
  const run = {
    inputs: inputsOf(files),
    output: pathOf(output),
    title: title ?? null,
    samples,
    threshold,
    fields,
  };
  const { completions, samples: shown } = await runReport(run);
  console.error(
    `${completions.toLocaleString("en")} completions, ${shown.length.toLocaleString("en")} of them shown`,
  );
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
    const problem = problemOfFiles(files, [flags.output]);
    if (problem !== null) command.error(`error: ${problem}`);
    await report(files, flags).catch(reportFailure);
  });
}
