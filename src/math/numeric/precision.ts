import type { Node } from "../ast.js";
import type { Budget } from "../budget.js";
import { createBigField } from "./big-field.js";
import { createDoubleField } from "./double-field.js";
import { compile, type Machine, type Program } from "./evaluate.js";
import type { Features } from "./features.js";
import type { Field } from "./field.js";
import type { Point } from "./points.js";

/** What numeric questions depend on besides the expressions. */
export interface NumericOptions {
  /** What the evaluation may cost, about a microsecond each; it stays spent when it did not suffice. */
  readonly budget: Budget;
  /** The base of a `\log` without one. */
  readonly logBase: "e" | 10;
  /** Whether symbols stand for positive numbers only. */
  readonly positive: boolean;
}

/** Agreement to this many bits (60 digits) is taken for equality, if no intermediate value is larger or smaller. */
const CONVINCING_BITS = 200;
const FIRST_BITS = 288;
const GUARD_BITS = 64;
/** 2,000 digits; integers and their quotients are exact, and cheaper, further on. */
const MAX_BITS = 6_700;
const MAX_EXACT_BITS = 66_000;
/** A value that two precisions leave undefined is not computed at a third. */
const MAX_UNDEFINED = 2;

/** Several expressions over the same symbols, translated for one arithmetic. */
export interface Evaluator<V> {
  readonly field: Field<V>;
  readonly evaluate: (point: Point) => readonly V[];
}

export function createEvaluator<V>(
  nodes: readonly Node[],
  features: Features,
  field: Field<V>,
  options: NumericOptions,
): Evaluator<V> {
  const symbols = [...features.roles.keys()].map((name): [string, { value: V }] => [
    name,
    { value: field.undefined },
  ]);
  const machine: Machine<V> = {
    field,
    spend: options.budget.spend,
    logBase: options.logBase,
    values: new Map(symbols),
  };
  const programs: readonly Program<V>[] = nodes.map((node) => compile(node, machine));
  const evaluate = (point: Point): readonly V[] => {
    symbols.forEach(([, cell], index) => {
      const [re, im] = point[index] ?? [Number.NaN, 0];
      cell.value = Number.isFinite(re) && Number.isFinite(im) ? field.fromNumber(re, im) : field.undefined;
    });
    field.reset();
    return programs.map((program) => program());
  };
  return { field, evaluate };
}

/**
 * How many bits two values must share to be taken for equal. A term as small as the smallest intermediate value, next to
 * one as large as the largest, would show in twice the bits between them; deep nesting converges about as fast.
 */
function convincingBits({ observed }: Pick<Field<never>, "observed">, features: Features): number {
  const { high, low } = observed();
  const range = Math.max(high, 0) - Math.min(low, 0);
  return CONVINCING_BITS + 2 * Math.max(range, features.literalBits) + 4 * features.height;
}

/** Decides a question from values with error bounds, or `null` if they are not precise enough. */
export type Decide<T> = <V>(field: Field<V>, values: readonly V[], convincing: number) => T | null;

/** Asks the question at rising precision, beginning with doubles if `quick`. */
export function decideAt<T>(
  nodes: readonly Node[],
  features: Features,
  point: Point,
  options: NumericOptions,
  decide: Decide<T>,
  quick: boolean,
): T | null {
  if (quick) {
    const { field, evaluate } = createEvaluator(nodes, features, createDoubleField(), options);
    const values = evaluate(point);
    if (values.every(field.isDefined)) {
      const answer = decide(field, values, convincingBits(field, features));
      if (answer !== null) return answer;
    }
  }
  const limit = features.transcendental ? MAX_BITS : MAX_EXACT_BITS;
  let failures = 0;
  for (let bits = FIRST_BITS; ;) {
    const { field, evaluate } = createEvaluator(nodes, features, createBigField(bits), options);
    const values = evaluate(point);
    const convincing = convincingBits(field, features);
    if (values.every(field.isDefined)) {
      const answer = decide(field, values, convincing);
      if (answer !== null) return answer;
    } else if (++failures === MAX_UNDEFINED) return null;
    if (bits >= limit) return null;
    bits = Math.min(limit, Math.max(2 * bits, Math.ceil(convincing) + GUARD_BITS));
  }
}
