/**
 * Remembers what was asked in a scoring call, which is known by its signal, so that the same question is asked once.
 * What `isLasting` refuses is asked again.
 */
export function batchMemory<T>(
  isLasting: (value: T) => boolean,
): (signal: AbortSignal, key: string, ask: () => Promise<T>) => Promise<T> {
  const batches = new WeakMap<AbortSignal, Map<string, Promise<T>>>();
  return (signal, key, ask) => {
    const known = batches.get(signal) ?? new Map<string, Promise<T>>();
    batches.set(signal, known);
    const earlier = known.get(key);
    if (earlier) return earlier;
    const asked = ask().then((value) => {
      if (!isLasting(value)) known.delete(key);
      return value;
    });
    known.set(key, asked);
    return asked;
  };
}
