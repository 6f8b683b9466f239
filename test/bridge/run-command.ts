import { spawnSync } from "node:child_process";
import { MAIN } from "./server-process.js";

/** What a run of a command said; its lines are those of standard output. */
export interface Ran {
  readonly code: number | null;
  readonly lines: Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command whose output is lines of JSON, or nothing that is asked for as lines. */
export function run(command: string, args: readonly string[], input: string | Buffer = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, command, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return {
    code: status,
    stdout,
    stderr,
    get lines() {
      const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}
