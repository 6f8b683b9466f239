import type { Row } from "./parse-row.js";

/** The value of a field: one of that very name, or else the end of a path with dots; `undefined` if there is none. */
export function fieldOf(row: Row, field: string): unknown {
  if (Object.hasOwn(row, field)) return row[field];
  if (!field.includes(".")) return undefined;
  let value: unknown = row;
  for (const step of field.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Row)[step];
  }
  return value;
}
