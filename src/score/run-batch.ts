import type { MaybePromise } from "./maybe-promise.js";

/** How many asynchronous items of one reward are in flight at once. */
const CONCURRENCY = 64;

/** How long synchronous work may hold the event loop before pings and cancellations get their turn. */
const SLICE_MS = 10;

/** Says whether an item may start; if not, all who ask wait for the same turn of the event loop. */
function slices(): () => Promise<void> | null {
  let start = performance.now();
  let turn: Promise<void> | null = null;
  const takeTurn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    start = performance.now();
    turn = null;
  };
  return () => (performance.now() - start > SLICE_MS ? (turn ??= takeTurn()) : null);
}

/**
 * Runs items `0 … count-1`, up to 64 at once, in order of their start. Stops starting items when `isOver` says
 * so; returns how many were started.
 */
export async function runBatch(
  count: number,
  run: (index: number) => MaybePromise<void>,
  isOver: (begun: number) => boolean,
): Promise<number> {
  let next = 0;
  const pause = slices();
  const worker = async (): Promise<void> => {
    while (next < count && !isOver(next)) {
      const waited = pause() ?? run(next++);
      if (waited) await waited;
    }
  };
  const workers: Promise<void>[] = [];
  // One is enough while no item has to be waited for.
  while (workers.length < CONCURRENCY && next < count && !isOver(next)) workers.push(worker());
  await Promise.all(workers);
  return next;
}
