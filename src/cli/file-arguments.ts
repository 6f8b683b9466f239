import { resolve } from "node:path";

const STANDARD_STREAM = "-";
const EXIT_FAILURE = 1;

/** An absolute path; `null` is a standard stream. */
export function pathOf(argument: string | undefined): string | null {
  return argument === undefined || argument === STANDARD_STREAM ? null : resolve(argument);
}

/** The inputs that a command line names; without any, standard input. */
export function inputsOf(files: readonly string[]): readonly (string | null)[] {
  return files.length === 0 ? [null] : files.map(pathOf);
}

/** What is wrong with what a command reads and writes, in words; `null` if it is well. */
export function problemOfFiles(
  files: readonly string[],
  outputs: readonly (string | undefined)[],
): string | null {
  if (files.length === 0 && process.stdin.isTTY) return "give a file, or pipe lines in";
  const written = outputs.map(pathOf).filter((path) => path !== null);
  if (written.some((path) => files.map(pathOf).includes(path))) return "the output would overwrite an input";
  return new Set(written).size < written.length ? "two outputs are the same file" : null;
}

/** The file system refused, or an input is packed or quoted wrongly; anything else is a defect and keeps its stack. */
export function reportFailure(error: unknown): void {
  const { code = "" } = error as NodeJS.ErrnoException;
  const isOfInput = error instanceof Error && ("syscall" in error || /^(?:Z|CSV|PARQUET)_/.test(code));
  if (!isOfInput) throw error;
  console.error(`grpo-rewards: ${error.message}`);
  process.exitCode = EXIT_FAILURE;
}

/** Whether whoever read the output stopped reading it, which ends a run without being a failure. */
export const isClosedPipe = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EPIPE";
