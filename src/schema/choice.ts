import type { JsonSchema } from "./validator.js";

/**
 * The schema of an option that takes one of some words, with what each of them means.
 *
 * @param values by word, what it means; the first is the default unless `byDefault` names another
 */
export function choice<W extends string>(
  description: string,
  values: Readonly<Record<W, string>>,
  byDefault?: W,
): JsonSchema {
  const words = Object.keys(values) as W[];
  const first = byDefault ?? words[0];
  const ordered = words.sort((a, b) => Number(b === first) - Number(a === first));
  return {
    enum: ordered,
    enumDescriptions: ordered.map((word) => values[word]),
    default: first,
    description,
  };
}
