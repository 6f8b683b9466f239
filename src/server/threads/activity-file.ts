import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RewardError } from "../../core/index.js";
import { type Activity, clock, msSince } from "./slot.js";

/**
 * What a process is doing, in a few bytes of a file that it and its parent have open: written before each unit, they
 * are there even if the process never comes to its event loop again, or is gone.
 */
export interface ActivityFile {
  readonly descriptor: number;
  readonly read: () => Activity | null;
  readonly close: () => void;
}

const FIELDS = 4;
const BYTES = 4 * FIELDS;

/** Tells a record that is read while it is written from one that is whole. */
const checkOf = (job: number, at: number, since: number): number => job ^ (at << 1) ^ since;

function openUnnamed(folder: string): number {
  const path = mkdtempSync(join(folder, "grpo-rewards-"));
  const descriptor = openSync(join(path, "activity"), "w+");
  // What is open stays readable; where a system does not let go of it, the folder stays behind.
  rmSync(path, { recursive: true, force: true });
  return descriptor;
}

function openFirst(folders: readonly string[]): number {
  let problem: unknown;
  for (const folder of folders) {
    try {
      return openUnnamed(folder);
    } catch (error) {
      problem = error;
    }
  }
  throw new RewardError(
    "bad_options",
    `Processes that score need a folder for temporary files; set TMPDIR: ${(problem as Error).message}`,
  );
}

/** @throws {RewardError} `bad_options` where there is no folder for temporary files */
export function createActivityFile(): ActivityFile {
  const descriptor = openFirst([tmpdir(), "/dev/shm"]);
  const record = new Int32Array(FIELDS);
  let isOpen = true;
  let last: Activity | null = null;
  const look = (): Activity | null => {
    if (!isOpen || readSync(descriptor, record, 0, BYTES, 0) < BYTES) return last;
    const [job = 0, at = 0, since = 0, check = 0] = record;
    if (checkOf(job, at, since) !== check || job === 0) return null;
    return { job, at, forMs: msSince(since) };
  };
  return {
    descriptor,
    read: () => (last = look()),
    close: () => {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}

/** The other side: writes down what this process is at, by the descriptor that it inherited. */
export function activityWriter(descriptor: number): {
  readonly begin: (job: number, at: number) => void;
  readonly end: () => void;
} {
  const record = new Int32Array(FIELDS);
  const write = (job: number, at: number): void => {
    const since = clock();
    record.set([job, at, since, checkOf(job, at, since)]);
    writeSync(descriptor, record, 0, BYTES, 0);
  };
  return { begin: write, end: () => write(0, 0) };
}
