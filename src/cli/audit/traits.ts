import { RewardError } from "../../core/index.js";
import { compileSchema, type JsonSchema } from "../../schema/index.js";
import type { RewardCheckOptions } from "../../testing/index.js";
import type { AuditKind } from "./kinds.js";

const texts: JsonSchema = { type: "array", items: { type: "string" } };
const points: JsonSchema = {
  type: "array",
  items: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
};
const trend: JsonSchema = { enum: ["falling", "rising", "free"] };
const parts: JsonSchema = { type: "array", items: { enum: ["thought", "answer"] } };

/** What may be declared of a reward of a kind on the command line; names with a point are those of nested options. */
const TRAITS: Partial<Readonly<Record<AuditKind, Readonly<Record<string, JsonSchema>>>>> = {
  format: {
    template: { type: "string", pattern: "\\{answer\\}" },
    tags: texts,
    filled: parts,
    around: { enum: ["reject", "accept"] },
    repeatable: texts,
    order: { enum: ["fixed", "free"] },
    prefilled: { type: "boolean" },
  },
  length: {
    unit: { enum: ["characters", "utf16", "bytes", "words", "tokens"] },
    "trend.right": trend,
    "trend.wrong": trend,
    maxLength: { type: "integer", minimum: 1 },
    "points.right": points,
    "points.wrong": points,
  },
  repetition: {
    unit: { enum: ["words", "spaced", "tokens", "characters"] },
    ngramSize: { type: "integer", minimum: 1 },
  },
  code: { blocks: { enum: ["first", "last", "any"] }, language: { enum: ["python", "javascript"] } },
  composite: {
    parts: { type: "integer", minimum: 1 },
    weights: { type: "array", items: { type: "number" } },
    nulls: { enum: ["skip", "propagate", "any"] },
    gate: {
      type: "object",
      properties: { threshold: { type: "number" }, otherwise: { type: "number" } },
      required: ["threshold", "otherwise"],
      additionalProperties: false,
    },
  },
  countdown: {
    template: { type: "string", pattern: "\\{answer\\}" },
    use: { enum: ["all", "some"] },
  },
};

/** One `--trait name=value` after the other, as they were given. */
export type GivenTraits = Readonly<Record<string, string>>;

/**
 * What is declared of a reward of a kind.
 *
 * @throws {RewardError} `bad_options` for a trait that the kind does not have, or another value than it takes
 */
export function readTraits(kind: AuditKind, given: GivenTraits): RewardCheckOptions {
  const schemas = TRAITS[kind] ?? {};
  const traits = new Map<string, unknown>();
  for (const [name, text] of Object.entries(given)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined) throw unknownTrait(kind, name, Object.keys(schemas));
    const value = readValue(text, schema);
    const problem = compileSchema(schema)(value);
    if (problem !== null) throw new RewardError("bad_options", `The trait ${name}: ${problem}.`);
    traits.set(name, value);
  }
  return traits.size === 0 ? {} : { [kind]: nested(traits) };
}

function unknownTrait(kind: AuditKind, name: string, known: readonly string[]): RewardError {
  const remedy = known.length === 0 ? "which has none" : `whose traits are ${known.join(", ")}`;
  return new RewardError(
    "bad_options",
    `${JSON.stringify(name)} is no trait of the kind ${kind}, ${remedy}.`,
  );
}

/** JSON, or a text in which \n is a line break; of a list, also its items with commas between them. */
function readValue(text: string, { type }: { readonly type?: unknown }): unknown {
  const plain = text.replaceAll("\\n", "\n");
  if (type !== "array") return parsed(text) ?? plain;
  const list = parsed(text) ?? parsed(`[${text}]`) ?? plain.split(",");
  return Array.isArray(list) ? list : [list];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `trend.right` becomes a part of `trend`, and a template the function that fills it. */
function nested(traits: ReadonlyMap<string, unknown>): object {
  const made: Record<string, unknown> = {};
  for (const [name, value] of traits) {
    const [outer = "", inner] = name.split(".");
    if (inner !== undefined) made[outer] = { ...(made[outer] as object | undefined), [inner]: value };
    else if (name === "template") made.write = filler(value as string);
    else made[name] = value;
  }
  return made;
}

/** Of a format both parts are filled in, of a puzzle the answer alone. */
const filler =
  (template: string) =>
  (first: string, second?: string): string => {
    const [thought, answer] = second === undefined ? ["", first] : [first, second];
    return template.replace(/\{(thought|answer)\}/g, (_, part) => (part === "thought" ? thought : answer));
  };
