import type { ScoreRange } from "../../core/index.js";
import type { Family, RewardInfo } from "../../rewards/define-reward.js";
import type { Combinator } from "../../spec/index.js";

/** An option of a reward or of a combinator, in words. */
export interface OptionFacts {
  readonly name: string;
  readonly type: string;
  /** JSON of the default; `null` where there is none. */
  readonly byDefault: string | null;
  readonly isRequired: boolean;
  readonly description: string;
  /** What each of the words means that it takes, where they need it. */
  readonly meanings: readonly (readonly [word: string, meaning: string])[];
}

interface OptionSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly OptionSchema[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly items?: OptionSchema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly default?: unknown;
  readonly description?: string;
}

/** The headings of the families, in their order. */
const FAMILY_TITLES: Readonly<Record<Family, string>> = {
  math: "Math and answers",
  format: "Format",
  length: "Length of completions",
  text: "Text",
  structure: "Structured output",
  puzzles: "Puzzles",
  code: "Code that is run",
  instructions: "Instruction following",
  judges: "Judges",
  compositions: "Compositions",
  other: "Other",
};

function boundsOf(schema: OptionSchema): string {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const bounds = [
    minimum !== undefined && `at least ${minimum}`,
    exclusiveMinimum !== undefined && `above ${exclusiveMinimum}`,
    maximum !== undefined && `at most ${maximum}`,
    exclusiveMaximum !== undefined && `below ${exclusiveMaximum}`,
  ];
  return bounds.filter((bound) => bound !== false).join(", ");
}

/** A schema in words, such as `"lines" or "inline"`, or `integer, at least 1`. */
function typeOf(schema: OptionSchema): string {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ");
  const types = [schema.type ?? "any value"].flat();
  const named = types.map((type) => (type === "array" ? listOf(schema.items) : type)).join(" or ");
  return [named, boundsOf(schema)].filter((part) => part !== "").join(", ");
}

function listOf(items: OptionSchema | undefined): string {
  return items ? `list of ${typeOf(items)}` : "list";
}

/** The options of a schema of an object. */
export function optionFacts(options: RewardInfo["options"]): OptionFacts[] {
  const { properties = {}, required = [] } = options as {
    readonly properties?: Readonly<Record<string, OptionSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    byDefault: schema.default === undefined ? null : JSON.stringify(schema.default),
    isRequired: required.includes(name),
    description: schema.description ?? "",
    meanings: (schema.enumDescriptions ?? []).map((meaning, i) => [String(schema.enum?.[i]), meaning]),
  }));
}

/** The columns that a reward reads, each with the condition for it: empty if it is always read. */
export function columnFacts({ columns, optionalColumns, readsWhen }: RewardInfo): [string, string][] {
  const conditionOf = (column: string): string => {
    const condition = readsWhen[column];
    if (condition === undefined) return "if it is there";
    return `if ${condition.option} is ${condition.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  };
  return [
    ...columns.map((column): [string, string] => [column, ""]),
    ...optionalColumns.map((column): [string, string] =>
      column === "*" ? ["any other column", ""] : [column, conditionOf(column)],
    ),
  ];
}

/** The rewards of each family that has any, in the order of the families. */
export function byFamily(infos: readonly RewardInfo[]): [title: string, infos: RewardInfo[]][] {
  // A module may have been built against another version of this package, with other families.
  const familyOf = ({ family }: RewardInfo): Family =>
    Object.hasOwn(FAMILY_TITLES, family) ? family : "other";
  return Object.entries(FAMILY_TITLES)
    .map(([family, title]): [string, RewardInfo[]] => [
      title,
      infos.filter((info) => familyOf(info) === family),
    ])
    .filter(([, members]) => members.length > 0);
}

/** What a combinator says of itself. */
export interface CombinatorInfo {
  readonly name: string;
  readonly summary: string;
  readonly parts: Combinator["parts"];
  /** JSON Schema of its options. */
  readonly options: RewardInfo["options"];
  /** How it is written in a spec. */
  readonly example: string;
}

/** JSON in one line, as a person writes it. */
const spaced = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(/\n\s*/g, " ").replaceAll("[ ", "[").replaceAll(" ]", "]");

const EXAMPLE_PARTS: Readonly<Record<Combinator["parts"], unknown>> = {
  one: "accuracy",
  two: ["think_format", "accuracy"],
  several: ["accuracy", "think_format"],
};

/** What the combinators, by which a spec composes rewards, say of themselves. */
export const combinatorInfos = (combinators: Readonly<Record<string, Combinator>>): CombinatorInfo[] =>
  Object.entries(combinators).map(
    ([name, { summary, parts, options, requiredOptions = [], example = {} }]) => ({
      name,
      summary,
      parts,
      options: { type: "object", properties: options, required: requiredOptions },
      example: spaced({ [name]: EXAMPLE_PARTS[parts], ...example }),
    }),
  );

function interval([min, max]: ScoreRange): string {
  if (min === null) return max === null ? "any score" : `any score up to ${max}`;
  return max === null ? `any score from ${min}` : `${min} to ${max}`;
}

/** The range in words, by default and with the presets that have another one. */
export function rangeText({ range, presetRanges }: RewardInfo): string {
  if (range === null) return "that of its parts";
  const others = Object.entries(presetRanges).map(
    ([preset, other]) => `${interval(other)} with the preset ${preset}`,
  );
  return [interval(range), ...others].join("; ");
}
