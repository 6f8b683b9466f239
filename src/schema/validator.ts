import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { createAjv } from "./ajv.js";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Returns what is wrong with a value, in one line, or `null` if it fits. */
export type Validator = (value: unknown) => string | null;

let shared: Ajv2020 | undefined;

function createShared(): Ajv2020 {
  const ajv = createAjv({ strict: true, allowUnionTypes: true, verbose: true });
  ajv.addVocabulary(["enumDescriptions"]);
  return ajv;
}

const ajv = (): Ajv2020 => (shared ??= createShared());

/** `/rewards/0/name` reads as `rewards[0].name`. */
function readablePath(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What there is in place of a property, whose name Python, and those who come from it, write in snake case. */
function knownProperties(schema: unknown, stray: string): string {
  const names = Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});
  const meant = camelCase(stray);
  const hint = names.includes(meant) ? `, which is ${meant} here` : "";
  return names.length > 0 ? `${hint}; known are ${names.join(", ")}` : "; there are none";
}

function describe(error: ErrorObject): string {
  const where = readablePath(error.instancePath);
  const prefix = where === "" ? "" : `${where} `;
  const params = error.params as { additionalProperty?: string; allowedValues?: unknown[] };
  const stray = params.additionalProperty;
  if (stray !== undefined) {
    const within = where === "" ? "" : ` in ${where}`;
    return `unknown property "${stray}"${within}${knownProperties(error.parentSchema, stray)}`;
  }
  if (params.allowedValues !== undefined)
    return `${prefix}must be one of ${JSON.stringify(params.allowedValues)}`;
  return `${prefix}${error.message ?? "is invalid"}`;
}

/** Compiles a schema to a validator. The schema is compiled on the first call, not before. */
export function compileSchema(schema: JsonSchema): Validator {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= ajv().compile(schema);
    if (validate(value)) return null;
    const [first] = validate.errors ?? [];
    return first === undefined ? "is invalid" : describe(first);
  };
}
