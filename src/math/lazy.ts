/**
 * A value that is made when it is first asked for. For patterns with `\p`: V8 takes 0.05 to 0.5 ms to look up the
 * characters of each, which an import should not wait for.
 */
export function lazy<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
