const isOpen = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Object.isFrozen(value);

/** Makes a value that JSON can hold unchangeable, to any depth. */
export function deepFreeze(value: unknown): void {
  // No recursion: JSON may be nested deeper than the stack.
  const open = isOpen(value) ? [value] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    Object.freeze(next);
    for (const inner of Object.values(next)) if (isOpen(inner)) open.push(inner);
  }
}
