import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something is so; fails when it is not for a long time. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not after ${seconds} s: ${isSo.toString()}`);
    await sleep(20);
  }
}
