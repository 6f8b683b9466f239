/** A thread that has not ended so long after it was told to is in native code that may never return. */
const ZOMBIE_MS = 5000;

/** So many of them hold a core and their memory each: the process is better off dead. */
const MAX_ZOMBIES = 3;

/**
 * Ends this process so that its client starts a new one and sends again what is unfinished. Node's own exit waits for
 * its threads, and would for those that never end; a signal does not, and this one tells it from a kill by others.
 */
export function recycle(): void {
  console.error(
    "grpo-rewards: several threads cannot be ended, and the server ends with them; start it again",
  );
  process.kill(process.pid, "SIGUSR2");
}

/** Counts what does not end in time, and calls `onTooMany` when that is too much. */
export function zombieCounter(onTooMany: () => void): (end: Promise<unknown>) => void {
  let zombies = 0;
  return (end) => {
    let isZombie = false;
    const timer = setTimeout(() => {
      isZombie = true;
      zombies++;
      if (zombies > MAX_ZOMBIES) onTooMany();
    }, ZOMBIE_MS);
    timer.unref();
    void end.finally(() => {
      clearTimeout(timer);
      if (isZombie) zombies--;
    });
  };
}
