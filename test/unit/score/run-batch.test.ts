import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runBatch } from "../../../src/score/run-batch.js";

const never = (): boolean => false;

describe("runBatch", () => {
  it("runs every item once, in order of their start", async () => {
    const seen: number[] = [];
    const started = await runBatch(
      200,
      (index) => {
        seen.push(index);
        return Promise.resolve();
      },
      never,
    );
    expect(started).toBe(200);
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it("has up to 64 items in flight", async () => {
    let inFlight = 0;
    let most = 0;
    await runBatch(
      300,
      async () => {
        most = Math.max(most, ++inFlight);
        await setImmediate();
        inFlight--;
      },
      never,
    );
    expect(most).toBe(64);
    expect(inFlight).toBe(0);
  });

  it("starts no more items once it is over, and says how many it started", async () => {
    const seen: number[] = [];
    const started = await runBatch(
      1000,
      async (index) => {
        seen.push(index);
        await setImmediate();
      },
      () => seen.length >= 100,
    );
    expect(started).toBe(seen.length);
    expect(started).toBe(100);
  });

  it("lets the event loop have its turn within a batch of synchronous work", async () => {
    const order: string[] = [];
    const turn = setImmediate().then(() => order.push("other"));
    const busy = (index: number): Promise<void> => {
      const start = performance.now();
      while (performance.now() - start < 2);
      order.push(`item ${index}`);
      return Promise.resolve();
    };
    await runBatch(40, busy, never);
    await turn;
    expect(order).toHaveLength(41);
    expect(order.at(-1)).toBe("item 39");
  });

  it("rejects with the first error", async () => {
    const failing = (index: number): Promise<void> =>
      index === 3 ? Promise.reject(new Error("third")) : Promise.resolve();
    await expect(runBatch(10, failing, never)).rejects.toThrow("third");
  });

  it("has nothing to do for no items", async () => {
    expect(await runBatch(0, () => Promise.reject(new Error("started")), never)).toBe(0);
  });
});
