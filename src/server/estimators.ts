import { estimators } from "../advantage/index.js";
import type { JsonSchema } from "../schema/index.js";

const named = Object.values(estimators);

/** What an option takes: one rule if all estimators that have it agree, or any of theirs. */
function schemaOf(option: string): JsonSchema {
  const rules = named.flatMap((each) => {
    const rule = (each.rules as Readonly<Record<string, JsonSchema>>)[option];
    return rule === undefined ? [] : [rule];
  });
  const distinct = [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { anyOf: distinct };
}

const optionNames = [...new Set(named.flatMap(({ rules }) => Object.keys(rules)))].sort();

/** The JSON Schema of every option of every estimator; which estimator has which, its own rules say. */
export const estimatorSchema: Readonly<Record<string, JsonSchema>> = {
  estimator: {
    enum: Object.keys(estimators),
    default: "grpo",
    description: "The estimator; its options beside it.",
  },
  ...Object.fromEntries(optionNames.map((name) => [name, schemaOf(name)])),
};
