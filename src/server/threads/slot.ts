/** What a thread is doing, in memory where the one that watches it can see it. */
export type Slot = Int32Array;

/** A unit of a job, and for how long the thread has been at it. */
export interface Activity {
  readonly job: number;
  readonly at: number;
  readonly forMs: number;
}

const JOB = 0;
const AT = 1;
const SINCE = 2;
const WRAP = 0x7f_ff_ff_ff;

/** Milliseconds on a clock that all threads and processes read alike. */
export const clock = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return (seconds * 1000 + Math.floor(nanoseconds / 1e6)) % WRAP;
};

/** How long ago the clock read so. */
export const msSince = (then: number): number => (clock() - then + WRAP) % WRAP;

export function createSlot(): Slot {
  return new Int32Array(new SharedArrayBuffer(12));
}

/** The thread begins with a unit of a job, whose ids are above 0. */
export function begin(slot: Slot, job: number, at: number): void {
  slot[SINCE] = clock();
  slot[AT] = at;
  Atomics.store(slot, JOB, job);
}

/** The thread is idle, or waits for what an asynchronous reward has begun. */
export function end(slot: Slot): void {
  Atomics.store(slot, JOB, 0);
}

/** `null` for an idle thread. */
export function activityOf(slot: Slot): Activity | null {
  const job = Atomics.load(slot, JOB);
  if (job === 0) return null;
  return { job, at: slot[AT] ?? 0, forMs: msSince(slot[SINCE] ?? 0) };
}
