import { Option } from "commander";

/** `--rewards FILE`, once for each file: a list of files would take the argument that follows it for one more. */
export const rewardFiles = (description: string): Option =>
  new Option("--rewards <file>", description)
    .default([], "none")
    .argParser((file: string, files: readonly string[]) => [...files, file]);
