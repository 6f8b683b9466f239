/** The greatest of what was offered. */
export interface Greatest<T> {
  /** Makes the item only if it is among the greatest for now. */
  readonly offer: (size: number, make: () => T) => void;
  /** The greatest first; of equals, the one that came first. */
  readonly items: () => readonly T[];
}

/** Keeps `most` items. */
export function createGreatest<T>(most: number): Greatest<T> {
  const kept: { readonly size: number; readonly item: T }[] = [];
  const offer = (size: number, make: () => T): void => {
    if (kept.length === most && size <= (kept.at(-1)?.size ?? 0)) return;
    const at = kept.findIndex((each) => each.size < size);
    kept.splice(at < 0 ? kept.length : at, 0, { size, item: make() });
    if (kept.length > most) kept.pop();
  };
  return { offer, items: () => kept.map(({ item }) => item) };
}
