/** The object that a line of JSON holds. */
export type Row = Readonly<Record<string, unknown>>;

/** The object that the line holds, or what is wrong with the line. */
export function parseRow(line: string): Row | string {
  if (line === "") return "the line is blank";
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return "the line is not JSON";
  }
  return typeof row === "object" && row !== null && !Array.isArray(row)
    ? (row as Row)
    : "the line is not a JSON object";
}
