import type { Node } from "../ast.js";
import { type Agreement, agreement } from "./agreement.js";
import { createDoubleField } from "./double-field.js";
import type { Features } from "./features.js";
import type { Field } from "./field.js";
import { type Point, samplePoints } from "./points.js";
import { createEvaluator, decideAt, type NumericOptions } from "./precision.js";

/** Points of agreement that are taken for an identity, and how many of them must not be zeros. */
const NEEDED_POINTS = 10;
const NEEDED_VALUES = 4;
/** Points at which agreement in doubles is looked at more closely where doubles could hide a difference. */
const NEEDED_PRECISE = 3;
/** Doubles agree convincingly with this relative precision, over intermediate values of no more than this range. */
const DOUBLE_BITS = 30;
const DOUBLE_RANGE = 23;
/** The binary logarithms of 1e-200 and 1e200: beyond, doubles under- and overflow. */
const DOUBLE_LIMIT = 664;
/** Attempts at high precision. */
const MAX_PRECISE = 16;

/** What a point says in doubles: `coarse` is agreement that doubles are too short to trust. */
type Finding = "differ" | "equal" | "coarse" | "undefined";

/** Whether no intermediate value is so small, next to another, that doubles could have lost it. */
function isNarrow<V>(field: Field<V>, literalBits: number): boolean {
  const { high, low, cancelled } = field.observed();
  return !cancelled && high - low <= DOUBLE_RANGE && literalBits <= DOUBLE_RANGE;
}

function findingOf<V>(field: Field<V>, values: readonly V[], literalBits: number): Finding {
  const [a, b] = values;
  if (a === undefined || b === undefined || !values.every(field.isDefined)) return "undefined";
  const result = agreement(field, a, b, DOUBLE_BITS);
  if (result === "differ") return "differ";
  if (!isNarrow(field, literalBits)) return "coarse";
  if (field.uncertainty(a, b) === Number.NEGATIVE_INFINITY) return "equal";
  return result === "equal" && Math.abs(field.magnitude(a, b)) < DOUBLE_LIMIT ? "equal" : "coarse";
}

interface Survey {
  /** Points at which doubles agree convincingly, and those among them that are not zeros. */
  readonly equal: number;
  readonly values: number;
  /** Points that need more precision: first those at which doubles agree. */
  readonly coarse: readonly Point[];
  readonly undefined: readonly Point[];
}

/** Evaluates both expressions at all points in doubles; `null` if they differ at one. */
function survey(
  nodes: readonly Node[],
  features: Features,
  points: Iterable<Point>,
  options: NumericOptions,
): Survey | null {
  const { field, evaluate } = createEvaluator(nodes, features, createDoubleField(), options);
  let [equal, values] = [0, 0];
  const later: Record<"coarse" | "undefined", Point[]> = { coarse: [], undefined: [] };
  for (const point of points) {
    const results = evaluate(point);
    const finding = findingOf(field, results, features.literalBits);
    if (finding === "differ") return null;
    if (finding !== "equal") {
      later[finding].push(point);
      continue;
    }
    equal++;
    if (results.every((value) => !field.holdsZero(value))) values++;
    const isConvinced = equal >= NEEDED_POINTS && values >= NEEDED_VALUES;
    if (isConvinced && !features.branched && !features.stepped) break;
  }
  return { equal, values, ...later };
}

function preciseAgreement(
  nodes: readonly Node[],
  features: Features,
  point: Point,
  options: NumericOptions,
): Agreement | null {
  return decideAt<Agreement>(
    nodes,
    features,
    point,
    options,
    (field, [a, b], bits) => (a === undefined || b === undefined ? null : agreement(field, a, b, bits)),
    false,
  );
}

/** Whether two expressions with symbols agree as functions: `true` after agreement at many points. */
export function identityOf(
  nodes: readonly [Node, Node],
  features: Features,
  options: NumericOptions,
): boolean | null {
  const found = survey(nodes, features, samplePoints(features, options.positive), options);
  if (found === null) return false;
  let { equal } = found;
  let rough = found.coarse.length;
  let precise = 0;
  const isEnough = (): boolean =>
    equal >= NEEDED_POINTS || (equal + rough >= NEEDED_POINTS && precise >= NEEDED_PRECISE);
  const candidates = [...found.coarse, ...found.undefined].slice(0, MAX_PRECISE);
  for (const [index, point] of candidates.entries()) {
    if (isEnough()) break;
    const result = preciseAgreement(nodes, features, point, options);
    if (result === "differ") return false;
    if (result === null) continue;
    equal++;
    precise++;
    if (index < found.coarse.length) rough--;
  }
  return isEnough() ? true : null;
}
