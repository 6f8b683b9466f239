/** How many asynchronous items of one reward are in flight at once. */
const CONCURRENCY = 64;

/** How long synchronous work may hold the event loop before pings and cancellations get their turn. */
const SLICE_MS = 10;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs items `0 … count-1`, up to 64 at once, in order of their start. Stops starting items when `isOver` says
 * so; returns how many were started.
 */
export async function runBatch(
  count: number,
  run: (index: number) => Promise<void>,
  isOver: () => boolean,
): Promise<number> {
  let next = 0;
  let sliceStart = performance.now();
  const worker = async (): Promise<void> => {
    while (next < count && !isOver()) {
      await run(next++);
      if (performance.now() - sliceStart > SLICE_MS) {
        await nextTurn();
        sliceStart = performance.now();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, count) }, worker));
  return next;
}
