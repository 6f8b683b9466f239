import type { Reader } from "./instruction.js";

/** How a number compares to the number that is asked for. */
export type Relation = (actual: number, asked: number) => boolean;

/** Python's `round`: halves go to the even neighbour. */
function pythonRound(value: number): number {
  const rounded = Math.round(value);
  return value % 1 === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}

const BOUNDS: Readonly<Record<string, Relation>> = {
  "less than": (actual, asked) => actual < asked,
  "at least": (actual, asked) => actual >= asked,
  "at most": (actual, asked) => actual <= asked,
};

const named = (relations: Readonly<Record<string, Relation>>): Reader<Relation> => {
  const byName = new Map(Object.entries(relations));
  return (value) => (typeof value === "string" ? (byName.get(value) ?? null) : null);
};

/** The relations of Google's data, and `at most`. */
export const relation: Reader<Relation> = named(BOUNDS);

/** Those of open-instruct, where `around` is within a tenth, and at least within one. */
export const quantifier: Reader<Relation> = named({
  ...BOUNDS,
  around: (actual, asked) => Math.abs(actual - asked) <= Math.max(pythonRound(asked * 0.1), 1),
});

/** Those of open-instruct for sentences, where `around` is within one. */
export const narrowQuantifier: Reader<Relation> = named({
  ...BOUNDS,
  around: (actual, asked) => Math.abs(actual - asked) <= 1,
});
