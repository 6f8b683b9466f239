import { readFile } from "node:fs/promises";
import { RewardError } from "../../core/index.js";

/**
 * The findings that a report in JSON holds, by id.
 *
 * @throws {RewardError} `bad_input` if the file is no such report
 */
export async function readBaseline(path: string): Promise<ReadonlySet<string>> {
  try {
    const { findings } = JSON.parse(await readFile(path, "utf8")) as {
      readonly findings: readonly { readonly id: string }[];
    };
    return new Set(findings.map(({ id }) => id));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = "make it with --format json -o";
    throw new RewardError("bad_input", `${path} is no report of an audit; ${remedy} ${path}: ${reason}`, {
      cause: error,
    });
  }
}
