import type { Command } from "commander";

/** The options that say which fields of scored rows hold what. */
export function withScoredFieldOptions(command: Command): Command {
  return command
    .option("--completion-field <name>", "the field of the completion, or of a list of them")
    .option("--prompt-field <name>", "the field of the prompt, whose completions are a group")
    .option("--reference-field <name>", "the field of the reference")
    .option("--group-field <name>", "rows with the same value here are a group");
}
