import fc from "fast-check";
import { binary, type Expression, number, type Pick, toAscii, toLatex, unary } from "../expression.js";
import { all, changedAt, type Kind, swapped } from "../kind.js";
import { judge, type Judgement } from "../mathjs.js";
import { rewriteOnce } from "../rewrites.js";

interface Finite {
  readonly at: Expression;
  readonly closed: boolean;
}
type End = Finite | "infinite";
interface Interval {
  readonly from: End;
  readonly to: End;
}
type Union = readonly Interval[];

const isFinite = (end: End): end is Finite => end !== "infinite";
const isClosed = (end: End): boolean => isFinite(end) && end.closed;

/** Numbers that ascend with `n`, for some draws of how they are written. */
function ascending(n: number, form: number): Expression {
  if (form === 0) return number(n);
  if (form === 1) return binary("divide", number(3 * n + 1), number(3));
  if (form === 2) return binary("add", number(n), unary("sqrt", number(3)));
  return binary("add", number(n), binary("divide", { op: "pi" }, number(4)));
}

/** Steps of three or more keep numbers in order whatever their form, and intervals apart. */
const start: fc.Arbitrary<Union> = fc
  .tuple(
    fc.integer({ min: -20, max: 5 }),
    fc.array(
      fc.record({
        step: fc.integer({ min: 3, max: 8 }),
        form: fc.integer({ min: 0, max: 3 }),
        closed: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    ),
    fc.boolean(),
    fc.constantFrom("none", "low", "high"),
  )
  .map(([first, draws, isOne, unbounded]) => {
    let n = first;
    const ends = draws.slice(0, isOne ? 2 : 4).map(({ step, form, closed }): End => {
      n += step;
      return { at: ascending(n, form), closed };
    });
    if (unbounded === "low") ends[0] = "infinite";
    if (unbounded === "high") ends[ends.length - 1] = "infinite";
    return ends.flatMap((from, index) => {
      const to = ends[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });

/** Changes one finite end. */
function changeEnd(union: Union, pick: Pick, change: (end: Finite) => Finite): Union {
  const sides = pick(2) === 0 ? (["from", "to"] as const) : (["to", "from"] as const);
  return changedAt(union, pick(union.length), (interval) => {
    const side = sides.find((each) => isFinite(interval[each]));
    if (side === undefined) return interval;
    const end = interval[side];
    return isFinite(end) ? { ...interval, [side]: change(end) } : interval;
  });
}

const SLIPS: readonly ((end: Finite) => Finite)[] = [
  (end) => ({ ...end, closed: !end.closed }),
  (end) => ({ ...end, at: binary("add", end.at, number(1)) }),
  (end) => ({ ...end, at: binary("subtract", end.at, number(1)) }),
];

function slip(union: Union, pick: Pick): Union {
  if (union.length > 1 && pick(4) === 0) return union.slice(1);
  const change = SLIPS[pick(SLIPS.length)];
  return change === undefined ? union : changeEnd(union, pick, change);
}

function rewrite(union: Union, pick: Pick): Union {
  if (pick(4) === 0) return swapped(union, 0, union.length - 1);
  return changeEnd(union, pick, (end) => ({ ...end, at: rewriteOnce(end.at, pick) }));
}

function judgeEnds(a: End, b: End): Judgement {
  if (!isFinite(a) || !isFinite(b)) return isFinite(a) === isFinite(b) ? "equal" : "different";
  return a.closed === b.closed ? judge(a.at, b.at) : "different";
}

const judgeIntervals = (a: Interval, b: Interval): Judgement =>
  all([judgeEnds(a.from, b.from), judgeEnds(a.to, b.to)]);

/** Intervals that lie apart are a union in one way only. */
function judgeUnions(a: Union, b: Union): Judgement {
  if (a.length !== b.length) return "different";
  return all(
    a.map((interval) => {
      const judgements = b.map((other) => judgeIntervals(interval, other));
      return judgements.find((each) => each === "equal") ?? all(judgements);
    }),
  );
}

function toText({ from, to }: Interval, pick: Pick): string {
  const low = isFinite(from) ? toLatex(from.at, pick) : "-\\infty";
  const high = isFinite(to) ? toLatex(to.at, pick) : "\\infty";
  const [open, close] = [isClosed(from) ? "[" : "(", isClosed(to) ? "]" : ")"];
  return pick(2) === 0 ? `${open}${low},${high}${close}` : `\\left${open}${low}, ${high}\\right${close}`;
}

function toSympy({ from, to }: Interval): string {
  const [low, high] = [isFinite(from) ? toAscii(from.at) : "-oo", isFinite(to) ? toAscii(to.at) : "oo"];
  return `Interval(${low}, ${high}, ${isClosed(from) ? "False" : "True"}, ${isClosed(to) ? "False" : "True"})`;
}

/** One interval or the union of two, bounded or not. */
export const interval: Kind<Union> = {
  start,
  rewrite,
  slip,
  judge: judgeUnions,
  write: (a, b, pick) => {
    const write = (union: Union): string => union.map((each) => toText(each, pick)).join(" \\cup ");
    const sympy = (union: Union): string => `Union(${union.map(toSympy).join(", ")})`;
    return { reference: write(a), answer: write(b), sympy: [sympy(a), sympy(b)], scalars: null };
  },
};
