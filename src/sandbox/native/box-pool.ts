import pLimit from "p-limit";
import type { Box } from "./box.js";

/** Boxes that are kept for further work. */
export interface BoxPool {
  /**
   * Does work that needs a box, as soon as there is room. The function that the work is given returns a box that is open,
   * the same one as long as it is; it rejects where no box can be started.
   */
  readonly use: <T>(work: (box: () => Promise<Box>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** How often a box is used before it is replaced, so that what little the kernel may keep of its runs does not add up. */
const MAX_USES = 500;

/** A pool in which so much work is done at once. A box starts with the first work that finds none free. */
export function boxPool(start: () => Promise<Box>, workers: number): BoxPool {
  const limit = pLimit(workers);
  const uses = new WeakMap<Box, number>();
  const open = new Set<Box>();
  const free: Box[] = [];
  const takeOpen = (): Box | undefined => {
    let box = free.pop();
    while (box?.isOpen() === false) box = free.pop();
    return box;
  };
  const startNew = async (): Promise<Box> => {
    const box = await start();
    open.add(box);
    return box;
  };
  const giveBack = (box: Box): void => {
    const count = (uses.get(box) ?? 0) + 1;
    uses.set(box, count);
    if (box.isOpen() && count < MAX_USES) free.push(box);
    else void close(box);
  };
  const close = async (box: Box): Promise<void> => {
    open.delete(box);
    await box.close();
  };
  return {
    use: (work) =>
      limit(async () => {
        let current = takeOpen();
        try {
          return await work(async () => (current = current?.isOpen() === true ? current : await startNew()));
        } finally {
          if (current !== undefined) giveBack(current);
        }
      }),
    close: async () => {
      await Promise.all([...open].map(close));
    },
  };
}
