/** A value that is there, or will be. */
export type MaybePromise<T> = T | Promise<T>;

/** Whether it is awaited: whatever has a `then` counts, as it does for `await`. */
export function isThenable<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === "function";
}

/** Goes on with a value: at once if it is there. */
export function whenDone<T, U>(value: MaybePromise<T>, next: (value: T) => U): MaybePromise<U> {
  return isThenable(value) ? value.then(next) : next(value);
}
