import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ran, run } from "./run-command.js";

export const score = (args: readonly string[], input?: string | Buffer): Ran => run("score", args, input);

export const jsonLines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
/** A new one, for temporary files. */
export const folder = (): string => mkdtempSync(join(tmpdir(), "score-"));
