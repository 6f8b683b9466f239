import { RewardError, type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import { type AnswerSchema, compileAnswerSchema, type SchemaFit } from "../schema/index.js";
import { jsonPart, parseJson } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { JSON_PLACE_SCHEMA, type JsonPlaceOptions } from "./json-options.js";

/** The schema of a row: JSON Schema, as an object or as JSON text. */
export interface SchemaColumns {
  readonly schema?: unknown;
}

/** Options of {@link jsonSchema}. */
export interface JsonSchemaOptions extends JsonPlaceOptions {
  /** The schema of all rows; without it the column `schema` has that of each. */
  readonly schema?: object | boolean;
  /** `binary`: 1 if the schema holds. `fraction`: else the share of the fields that fit. @default "binary" */
  readonly scoring?: "binary" | "fraction";
}

/** Beyond it the errors of an answer are not listed, and it scores as if scoring were binary. */
const MAX_LISTED_LENGTH = 100_000;
/** Data sets have few schemas; a schema for each row would fill the memory. */
const MAX_COMPILED = 200;

type Schema = Readonly<Partial<Record<"required" | "properties", unknown>>>;

/** The fields that a schema names and the answer has, those that it requires, and those that are wrong. */
function fieldsOf(schema: unknown, value: object, { wrongFields }: SchemaFit): ReadonlySet<string> {
  const { required, properties } = (schema ?? {}) as Schema;
  const declared = Object.keys(properties ?? {}).filter((name) => Object.hasOwn(value, name));
  return new Set([...declared, ...((required ?? []) as string[]), ...wrongFields]);
}

function shareOfFields(schema: unknown, value: unknown, fit: SchemaFit): number {
  if (fit.isWrongAsWhole || typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  const fields = fieldsOf(schema, value, fit);
  return (fields.size - fit.wrongFields.size) / fields.size;
}

function compile(schema: unknown, scoring: JsonSchemaOptions["scoring"]): (json: string) => number {
  const first = compileAnswerSchema(schema, false);
  let every: AnswerSchema | undefined;
  return (json) => {
    const value = JSON.parse(json) as unknown;
    if (first(value).fits) return 1;
    if (scoring !== "fraction" || json.length > MAX_LISTED_LENGTH) return 0;
    every ??= compileAnswerSchema(schema, true);
    return shareOfFields(schema, value, every(value));
  };
}

/** Scores JSON by a row's schema, or says why there is none that it could be scored by. */
type RowSchema = ((json: string) => number) | "no_schema" | "bad_schema";

/** Compiles the schemas of the column, each once. */
function columnSchemas(scoring: JsonSchemaOptions["scoring"]): (column: unknown) => RowSchema {
  const compiled = new Map<string, RowSchema>();
  return (column) => {
    if (column === undefined || column === null || column === "") return "no_schema";
    const text = typeof column === "string" ? column : JSON.stringify(column);
    const known = compiled.get(text);
    if (known !== undefined) return known;
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    let score: RowSchema = "bad_schema";
    try {
      score = compile(JSON.parse(text), scoring);
    } catch {
      // It is no schema, or one that cannot be checked.
    }
    compiled.set(text, score);
    return score;
  };
}

function optionSchema({ schema, scoring }: JsonSchemaOptions): (json: string) => number {
  try {
    return compile(schema, scoring);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RewardError("bad_options", `Options of json_schema: schema: ${reason}.`, { cause: error });
  }
}

/**
 * 1 if the answer is JSON that a JSON Schema (draft 2020-12) accepts, else 0, or the share of its fields that fit.
 * Range 0 to 1. `null` if the column `schema` is missing (`no_schema`), or is no schema that can be checked
 * (`bad_schema`).
 *
 * With `scoring: "fraction"` the fields are those that the schema requires or that it names and the answer has, and any
 * that are wrong; an answer that is no object scores as a whole. `pattern` runs in linear time, on RE2: schemas whose
 * patterns need lookaround or backreferences are refused. `format` is not checked.
 *
 * The `structured_outputs` of NeMo Gym and the `ValidJSON` of autoevals. eval-protocol's `json_schema_reward` compares
 * the types of two objects, and is no validation.
 *
 * @throws {RewardError} `bad_options` if the option `schema` is no schema that can be checked
 */
export const jsonSchema: RewardFactory<RolloutReward<SchemaColumns>, JsonSchemaOptions> = defineReward({
  name: "json_schema",
  summary: "1 if the answer is JSON that fits a JSON Schema, else 0, or the share of its fields that fit.",
  source: "JSON Schema (draft 2020-12); NeMo Gym (structured_outputs); autoevals (ValidJSON).",
  family: "structure",
  range: [0, 1],
  optionalColumns: ["schema"],
  options: {
    schema: { type: ["object", "boolean"], description: "The schema of all rows, instead of the column's." },
    scoring: {
      enum: ["binary", "fraction"],
      default: "binary",
      description: "Whether an answer that does not fit earns nothing, or the share of its fields that do.",
    },
    ...JSON_PLACE_SCHEMA,
  },
  rollout: (options: JsonSchemaOptions) => {
    const { schema, scoring, place, tag } = options;
    const byOption = schema === undefined ? null : optionSchema(options);
    const byColumn = columnSchemas(scoring);
    return ({ task, completion }): RewardResult => {
      const score = byOption ?? byColumn(task.columns.schema);
      if (typeof score === "string") return { score: null, verdict: undetermined("reference", score) };
      const json = jsonPart(completion.text, place, tag);
      // The bounds of parseJson hold for what JSON.parse reads after it.
      if (json === null || parseJson(json) === undefined) {
        return { score: 0, verdict: undetermined("candidate", "no_json") };
      }
      return { score: score(json) };
    };
  },
});
