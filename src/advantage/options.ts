import { RewardError, shown } from "../core/index.js";

/** What an option takes, in the words of JSON Schema, so that the wire protocol can say the same. */
export type OptionRule = { readonly description: string } & (
  | { readonly enum: readonly (string | number)[] }
  | { readonly type: "boolean" }
  | {
      readonly type: "number" | "integer";
      readonly minimum?: number;
      readonly exclusiveMinimum?: number;
    }
  | {
      readonly type: "array";
      readonly items: { readonly type: "number" };
      readonly minItems: 2;
      readonly maxItems: 2;
    }
  | { readonly type: "object"; readonly additionalProperties: { readonly type: "number" } }
);

/** The rules of an options object, by the option's name. */
export type OptionRules<O extends object> = Readonly<Record<keyof O & string, OptionRule>>;

const isFinite = (value: unknown): boolean => Number.isFinite(value);

const fits: Readonly<
  Record<"number" | "integer" | "boolean" | "array" | "object", (value: unknown) => boolean>
> = {
  number: isFinite,
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  array: (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(isFinite) &&
    (value[0] as number) <= (value[1] as number),
  object: (value) => typeof value === "object" && value !== null && Object.values(value).every(isFinite),
};

const NAMES = {
  number: "a finite number",
  integer: "an integer",
  boolean: "true or false",
  array: "two finite numbers, the least first",
  object: "an object of finite numbers",
};

/** What the rule asks for, or `null` if the value fits. */
function unmet(rule: OptionRule, value: unknown): string | null {
  if ("enum" in rule) {
    const known = rule.enum.map((each) => JSON.stringify(each)).join(", ");
    return (rule.enum as readonly unknown[]).includes(value) ? null : `one of ${known}`;
  }
  if (!fits[rule.type](value)) return NAMES[rule.type];
  if (rule.type !== "number" && rule.type !== "integer") return null;
  const { minimum, exclusiveMinimum } = rule;
  if (minimum !== undefined && (value as number) < minimum) return `${minimum} or more`;
  if (exclusiveMinimum !== undefined && (value as number) <= exclusiveMinimum) {
    return `more than ${exclusiveMinimum}`;
  }
  return null;
}

/**
 * The options without those that are undefined.
 *
 * @param owner what the options belong to, for the message
 * @throws {RewardError} `bad_options` if there is no such option, or if it does not take the value
 */
export function checkedOptions<O extends object>(owner: string, rules: OptionRules<O>, options: O): O {
  if (typeof options !== "object" || (options as object | null) === null) {
    throw new RewardError("bad_options", `The options of ${owner} must be an object, not ${shown(options)}.`);
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(rules, name)) {
      const known = Object.keys(rules).join(", ") || "none";
      throw new RewardError("bad_options", `${owner} has no option "${name}"; known are ${known}.`);
    }
    const need = unmet(rules[name as keyof O & string], value);
    if (need !== null) {
      const stated = typeof value === "number" ? String(value) : shown(value);
      throw new RewardError(
        "bad_options",
        `The option "${name}" of ${owner} must be ${need}; it is ${stated}.`,
      );
    }
  }
  return Object.fromEntries(given) as O;
}
