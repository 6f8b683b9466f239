import type { SchemaElement } from "hyparquet";
import { isList, isTable, type Kind } from "./kind.js";

type Leaf = Pick<SchemaElement, "type" | "converted_type">;

const LEAVES: Readonly<Record<Extract<Kind, string>, Leaf>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  boolean: { type: "BOOLEAN" },
  integer: { type: "INT64" },
  double: { type: "DOUBLE" },
  json: { type: "BYTE_ARRAY", converted_type: "JSON" },
  none: { type: "BYTE_ARRAY", converted_type: "JSON" },
};

/** The elements of the schema that a column is, from its root down. */
export function schemaOf(name: string, kind: Kind): SchemaElement[] {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  if (isList(kind)) {
    return [
      { ...optional, num_children: 1, converted_type: "LIST" },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      ...schemaOf("element", kind.element),
    ];
  }
  if (!isTable(kind)) return [{ ...optional, ...LEAVES[kind] }];
  const fields = [...kind.fields].flatMap(([field, each]) => schemaOf(field, each));
  return [{ ...optional, num_children: kind.fields.size }, ...fields];
}

/** A value of JSON as the writer takes it. */
export function cellOf(value: unknown, kind: Kind): unknown {
  if (value === null || value === undefined) return null;
  if (kind === "integer") return BigInt(value as number);
  if (isList(kind)) return (value as readonly unknown[]).map((each) => cellOf(each, kind.element));
  if (!isTable(kind)) return value;
  const cells = Object.create(null) as Record<string, unknown>;
  for (const [name, each] of kind.fields) cells[name] = cellOf(ownValue(value, name), each);
  return cells;
}

/** `null` for a field that is not there, whatever objects inherit. */
export const ownValue = (table: object, name: string): unknown =>
  Object.hasOwn(table, name) ? (table as Readonly<Record<string, unknown>>)[name] : null;
