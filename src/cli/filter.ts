import { Command, Option } from "commander";
import type { GroupFilterPreset } from "../advantage/index.js";
import { inputsOf, pathOf, problemOfFiles, reportFailure } from "./file-arguments.js";
import type { CriteriaFlags } from "./filter/criteria.js";
import type { FilterRun } from "./filter/run-filter.js";
import { countUpTo, names, number, range } from "./option-values.js";
import { isParquetName } from "./rows/output/parquet-name.js";
import type { ScoredFieldFlags } from "./scored/choose-scored-fields.js";
import { withScoredFieldOptions } from "./scored-field-options.js";

interface FilterFlags extends Omit<CriteriaFlags, "groupFilter">, ScoredFieldFlags {
  readonly onePerPrompt?: true;
  readonly dropDegenerate?: true;
  readonly groupFilter?: GroupFilterPreset;
  readonly parallel?: readonly string[];
  readonly output?: string;
  readonly rejected?: string;
  readonly json?: true;
}

const MOST_OF_A_GROUP = 1_000_000;

function toRun(files: readonly string[], flags: FilterFlags): FilterRun {
  const { onePerPrompt, dropDegenerate, output, rejected, parallel = null, ...rest } = flags;
  return {
    inputs: inputsOf(files),
    output: pathOf(output),
    rejected: pathOf(rejected),
    parallel,
    fields: rest,
    criteria: {
      ...rest,
      ...(onePerPrompt && { best: 1 }),
      ...(dropDegenerate && { groupFilter: "open-instruct" }),
    },
  };
}

async function filterRows(run: FilterRun, isJson: boolean): Promise<void> {
  const { runFilter } = await import("./filter/run-filter.js");
  const { describeFilter, filterJson } = await import("./filter/tally.js");
  const { withRowOutput } = await import("./rows/output/with-row-output.js");
  const tally = await withRowOutput(run.output, (output) => runFilter({ ...run, output }));
  if (tally !== null) console.error((isJson ? filterJson : describeFilter)(tally));
}

function withCriteria(command: Command): Command {
  return command
    .option("--correct", "keep correct completions: those with a score of --threshold or more")
    .option("--min-reward <number>", "keep completions with this reward or more", number)
    .option(
      "--best <n>",
      "keep the n best of each group, of equal ones the shortest",
      countUpTo(MOST_OF_A_GROUP),
    )
    .addOption(new Option("--one-per-prompt", "keep the best of each group").conflicts("best"))
    .option("--unique", "keep each completion of a group once")
    .option("--pass-rate <min..max>", "keep groups of which such a share is correct, ends included", range)
    .addOption(new Option("--drop-degenerate", "drop groups of equal rewards").conflicts("groupFilter"))
    .option(
      "--group-filter <system>",
      "drop groups that the dynamic sampling of dapo, slime, open-instruct, openrlhf or prime drops",
    )
    .option("--reward <name>", "the reward that counts (default: the weighted sum)")
    .option("--threshold <number>", "the score from which on a completion is correct", number, 1);
}

/** `grpo-rewards filter` */
export function filterCommand(): Command {
  const command = new Command("filter")
    .showHelpAfterError()
    .exitOverride()
    .description("keep the best rows and completions of what score wrote, as rejection sampling does")
    .argument("[files...]", "what grpo-rewards score wrote; - or nothing is standard input");
  return withScoredFieldOptions(withCriteria(command))
    .option(
      "--parallel <names>",
      "the fields that have a value for each completion of a list (default: told by their lengths)",
      names,
    )
    .option(
      "-o, --output <file>",
      "where the rows go that are kept, instead of standard output; .parquet writes Parquet",
    )
    .option("--rejected <file>", "where the others go, with their reasons")
    .option("--json", "print the counts on standard error as JSON")
    .action(async (files: readonly string[], flags: FilterFlags) => {
      const problem =
        problemOfFiles(files, [flags.output, flags.rejected]) ??
        (isParquetName(flags.rejected) ? "--rejected is lines of JSON, and not Parquet" : null);
      if (problem !== null) command.error(`error: ${problem}`);
      await filterRows(toRun(files, flags), flags.json ?? false).catch(reportFailure);
    });
}
