import pLimit from "p-limit";
import type { Box } from "./box.js";

/** Boxes, each for one program. */
export interface BoxPool {
  /**
   * Does work that needs boxes for the program of that key, as soon as there is room. The function that the work is given
   * returns a box that no other program has run in and that is open; rejects where no box can be started.
   */
  readonly use: <T>(key: string, work: (box: () => Promise<Box>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** A pool in which so much work is done at once. Boxes are started ahead of the programs that need them. */
export function boxPool(start: () => Promise<Box>, workers: number): BoxPool {
  const limit = pLimit(workers);
  const kept = new Map<string, Box[]>();
  let ahead: Promise<Box>[] = [];
  const startAhead = (): void => {
    const starting = start();
    // Whoever takes it hears of it.
    starting.catch(() => undefined);
    ahead.push(starting);
  };
  const takeKept = (key: string): Box | undefined => {
    const boxes = kept.get(key) ?? [];
    const box = boxes.pop();
    if (boxes.length === 0) kept.delete(key);
    return box;
  };
  const keep = (key: string, box: Box): void => {
    kept.set(key, [...(kept.get(key) ?? []), box]);
    const [oldest] = kept.keys();
    if (kept.size > workers && oldest !== undefined) void takeKept(oldest)?.close();
  };
  const takeNew = (): Promise<Box> => {
    const box = ahead.shift() ?? start();
    if (ahead.length < workers) startAhead();
    return box;
  };
  return {
    use: (key, work) =>
      limit(async () => {
        let current = takeKept(key);
        try {
          return await work(async () => {
            if (current?.isOpen() !== true) current = await takeNew();
            return current;
          });
        } finally {
          if (current?.isOpen() === true) keep(key, current);
        }
      }),
    close: async () => {
      const boxes = [...ahead, ...[...kept.values()].flat()];
      ahead = [];
      kept.clear();
      await Promise.allSettled(boxes.map(async (box) => (await box).close()));
    },
  };
}
