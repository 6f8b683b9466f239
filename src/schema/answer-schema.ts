import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { areDistinct } from "../text/index.js";
import { createAjv } from "./ajv.js";
import { linearPattern } from "./linear-pattern.js";
import type { JsonSchema } from "./validator.js";

/** How an answer fits a schema: the fields of the schema that are wrong, or that the whole is. */
export interface SchemaFit {
  readonly fits: boolean;
  /** Properties of the answer that do not fit, are missing, or should not be there. */
  readonly wrongFields: ReadonlySet<string>;
  /** Whether something is wrong that is no property's fault, such as the type of the whole. */
  readonly isWrongAsWhole: boolean;
}

/** Judges a value. It takes a bounded time, whatever the value. */
export type AnswerSchema = (value: unknown) => SchemaFit;

/** Alternatives that refer to their own schema may take a time exponential in the depth of the value. */
const MAX_REFERENCES = 200_000;
const REFERENCE = "x-counted-reference";

/** Keywords that give a schema a name. */
const NAMING = /"\$(?:id|anchor|dynamicAnchor|recursiveAnchor)"/;

/** How many schemas share an engine. */
const MAX_COMPILED = 500;

const WRONG: SchemaFit = { fits: false, wrongFields: new Set(), isWrongAsWhole: true };

/** The schema, where following a reference is counted. */
function withCountedReferences(schema: string): JsonSchema {
  const isReference = (value: object): boolean => "$ref" in value || "$dynamicRef" in value;
  return JSON.parse(schema, (_key, value: unknown) =>
    typeof value === "object" && value !== null && isReference(value)
      ? { ...value, [REFERENCE]: true }
      : value,
  ) as JsonSchema;
}

/** ajv for schemas of a user's, and values of a model's. */
interface Engine {
  readonly ajv: Ajv2020;
  /** References that were followed since a value began to be judged. */
  references: number;
  /** Schemas that it has compiled. */
  compiled: number;
}

function createEngine(allErrors: boolean): Engine {
  const pattern = Object.assign(linearPattern, { code: "linearPattern" });
  const ajv = createAjv({
    allErrors,
    // Inherited properties such as "constructor" are no properties of an answer.
    ownProperties: true,
    // Formats and unknown keywords are annotations, as the standard has them.
    strict: false,
    strictNumbers: true,
    validateFormats: false,
    logger: false,
    // Most schemas judge few answers: to compile them fast is worth more than to run them fast.
    code: { regExp: pattern, optimize: false },
  });
  // ajv compares every item with every other.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (isAsked: boolean, items: readonly unknown[]) => !isAsked || areDistinct(items),
  });
  const engine: Engine = { ajv, references: 0, compiled: 0 };
  const count = (): boolean => {
    if (++engine.references > MAX_REFERENCES) throw new RangeError("The schema takes too many steps.");
    return true;
  };
  ajv.addKeyword({ keyword: REFERENCE, before: "$ref", validate: count });
  return engine;
}

const shared = new Map<boolean, Engine>();

/**
 * The engine for a schema. To make one takes a hundred times as long as to compile a schema, so it is shared; but by
 * schemas without names alone, since a name would be known to those that are compiled later. It is made anew at times,
 * because it keeps something of every schema.
 */
function engineFor(schema: string, allErrors: boolean): Engine {
  if (NAMING.test(schema)) return createEngine(allErrors);
  const known = shared.get(allErrors);
  const engine = known && known.compiled < MAX_COMPILED ? known : createEngine(allErrors);
  shared.set(allErrors, engine);
  return engine;
}

/** The property of the whole that an error concerns, if it is one. */
function fieldOf({ instancePath, params }: ErrorObject): string | undefined {
  const [, field] = instancePath.split("/", 2);
  if (field !== undefined) return field.replaceAll("~1", "/").replaceAll("~0", "~");
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<
    string,
    string | undefined
  >;
  return missingProperty ?? additionalProperty ?? unevaluatedProperty;
}

function fitOf(validate: ValidateFunction, value: unknown): SchemaFit {
  if (validate(value)) return { fits: true, wrongFields: new Set(), isWrongAsWhole: false };
  const fields = (validate.errors ?? []).map(fieldOf);
  const wrongFields = new Set(fields.filter((field) => field !== undefined));
  return { fits: false, wrongFields, isWrongAsWhole: fields.includes(undefined) };
}

/**
 * Compiles a JSON Schema (draft 2020-12) for values that a model wrote. `allErrors` finds every wrong field, else the
 * first. Patterns run in linear time: those with lookaround or backreferences are refused. Formats are not checked.
 *
 * @throws {Error} if the schema is none, refers to one that is not in it, or refers to itself without end
 */
export function compileAnswerSchema(schema: unknown, allErrors: boolean): AnswerSchema {
  const text = JSON.stringify(schema);
  const engine = engineFor(text, allErrors);
  const counted = withCountedReferences(text);
  const validate = engine.ajv.compile(counted);
  engine.ajv.removeSchema(counted);
  engine.compiled++;
  const judge = (value: unknown): SchemaFit => {
    engine.references = 0;
    return fitOf(validate, value);
  };
  judge(null);
  return (value) => {
    try {
      return judge(value);
    } catch (error) {
      if (error instanceof RangeError) return WRONG;
      throw error;
    }
  };
}
