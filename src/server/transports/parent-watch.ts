const POLL_MS = 500;

/**
 * Calls `onOrphaned` when the process that started this one is gone. The end of the socket says so in most
 * cases; a forked sibling that still holds the socket open hides it, and this does not.
 */
export function watchParent(onOrphaned: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, POLL_MS);
  timer.unref();
}
