/** A row of a data set, or a part of one. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of a JSON text; `undefined` for any other text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The first text that is not empty under one of some names. */
export function textUnder(row: Row, names: readonly string[]): string | undefined {
  return names
    .map((name) => row[name])
    .find((value): value is string => typeof value === "string" && value !== "");
}
