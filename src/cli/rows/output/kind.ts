type ScalarKind = "string" | "boolean" | "integer" | "double";

/**
 * What the values of a column are: of one kind, lists, or tables with the same fields, all of which may be null; "json"
 * is anything, "none" what was null so far.
 */
export type Kind = ScalarKind | "json" | "none" | ListKind | TableKind;

interface ListKind {
  readonly element: Kind;
}

/** Grows as fields come. */
interface TableKind {
  readonly fields: Map<string, Kind>;
}

export const isList = (kind: Kind): kind is ListKind => typeof kind === "object" && "element" in kind;
export const isTable = (kind: Kind): kind is TableKind => typeof kind === "object" && "fields" in kind;

/** As deep as calls of tools lie in lists of conversations; deeper values are JSON. */
const MAX_DEPTH = 6;
/** A table with more fields is a map of anything. */
const MAX_FIELDS = 64;

const isNumber = (kind: Kind): boolean => kind === "integer" || kind === "double";

function scalarOf(value: unknown): ScalarKind | null {
  if (typeof value === "string" || typeof value === "boolean") return typeof value as "string" | "boolean";
  if (typeof value !== "number") return null;
  return Number.isSafeInteger(value) ? "integer" : "double";
}

function widenScalar(kind: Kind, scalar: ScalarKind): Kind {
  if (kind === "none" || kind === scalar) return scalar;
  return isNumber(kind) && isNumber(scalar) ? "double" : "json";
}

function widenTable(kind: Kind, table: object, depth: number): Kind {
  if (kind !== "none" && !isTable(kind)) return "json";
  const fields = kind === "none" ? new Map<string, Kind>() : kind.fields;
  for (const [name, value] of Object.entries(table)) {
    fields.set(name, widenKind(fields.get(name) ?? "none", value, depth));
  }
  return fields.size > MAX_FIELDS ? "json" : { fields };
}

/** The kind that holds one more value of JSON. */
export function widenKind(kind: Kind, value: unknown, depth: number = MAX_DEPTH): Kind {
  if (kind === "json" || value === null || value === undefined) return kind;
  const scalar = scalarOf(value);
  if (scalar !== null) return widenScalar(kind, scalar);
  if (depth === 0) return "json";
  if (!Array.isArray(value)) return widenTable(kind, value, depth - 1);
  if (kind !== "none" && !isList(kind)) return "json";
  const element = kind === "none" ? kind : kind.element;
  return { element: value.reduce<Kind>((each, item) => widenKind(each, item, depth - 1), element) };
}

/**
 * The kind with what no value has shown decided.
 *
 * @param isNumeric whether all that is no list and no table is a number, of one width
 */
export function settledKind(kind: Kind, isNumeric: boolean): Kind {
  if (kind === "none") return isNumeric ? "double" : "json";
  if (isList(kind)) return { element: settledKind(kind.element, isNumeric) };
  if (!isTable(kind)) return isNumeric && kind === "integer" ? "double" : kind;
  const fields = [...kind.fields].map(([name, each]): [string, Kind] => [name, settledKind(each, isNumeric)]);
  return fields.length === 0 ? "json" : { fields: new Map(fields) };
}
