/** What stands behind the last mark of a text, without the spaces around it; all of it, if there is no mark. */
export function behindMark(value: unknown, mark: string | null): unknown {
  if (mark === null || typeof value !== "string") return value;
  const at = value.lastIndexOf(mark);
  return at < 0 ? value : value.slice(at + mark.length).trim();
}
