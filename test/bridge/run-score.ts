import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MAIN } from "./server-process.js";

/** What a run of `grpo-rewards score` said; its lines are those of standard output. */
interface Ran {
  readonly code: number | null;
  readonly lines: Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
}

export function score(args: readonly string[], input: string | Buffer = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "score", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
  return {
    code: status,
    stdout,
    stderr,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

export const jsonLines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
/** A new one, for temporary files. */
export const folder = (): string => mkdtempSync(join(tmpdir(), "score-"));
