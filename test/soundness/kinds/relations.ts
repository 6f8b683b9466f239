import fc from "fast-check";
import { binary, type Expression, number, type Pick, toAscii, toLatex } from "../expression.js";
import type { Kind } from "../kind.js";
import { type Judgement, valueAt } from "../mathjs.js";
import { rewriteOnce, slipOnce } from "../rewrites.js";

interface Relation {
  readonly left: Expression;
  readonly sign: keyof typeof SIGNS;
  readonly right: Expression;
}

const SIGNS = {
  "=": { latex: "=", sympy: "Eq", turned: "=", slips: ["<", ">"] },
  "<": { latex: "<", sympy: "Lt", turned: ">", slips: [">", "<="] },
  ">": { latex: ">", sympy: "Gt", turned: "<", slips: ["<", ">="] },
  "<=": { latex: "\\le ", sympy: "Le", turned: ">=", slips: [">=", "<"] },
  ">=": { latex: "\\ge ", sympy: "Ge", turned: "<=", slips: ["<=", ">"] },
} as const;

const x: Expression = { op: "variable", name: "x" };
const y: Expression = { op: "variable", name: "y" };
const coefficient = fc.integer({ min: 1, max: 12 });
const sumOrDifference = fc.constantFrom("add" as const, "subtract" as const);

/** `a x + b` and `c`. */
const inequalityStart: fc.Arbitrary<Relation> = fc
  .tuple(
    coefficient,
    sumOrDifference,
    coefficient,
    fc.integer({ min: -12, max: 12 }),
    fc.constantFrom<Relation["sign"][]>("<", ">", "<=", ">="),
  )
  .map(([a, op, b, c, sign]) => ({
    left: binary(op, binary("multiply", number(a), x), number(b)),
    sign,
    right: number(c),
  }));

/** `a x + b y` and `c`. */
const equationStart: fc.Arbitrary<Relation> = fc
  .tuple(coefficient, sumOrDifference, coefficient, fc.integer({ min: -12, max: 12 }))
  .map(([a, op, b, c]) => ({
    left: binary(op, binary("multiply", number(a), x), binary("multiply", number(b), y)),
    sign: "=",
    right: number(c),
  }));

const onBothSides = (relation: Relation, change: (side: Expression) => Expression): Relation => ({
  ...relation,
  left: change(relation.left),
  right: change(relation.right),
});

const turned = (relation: Relation): Relation => ({ ...relation, sign: SIGNS[relation.sign].turned });

const STEPS: readonly ((relation: Relation, pick: Pick) => Relation)[] = [
  (relation) => turned({ ...relation, left: relation.right, right: relation.left }),
  (relation, pick) => ({ ...relation, left: rewriteOnce(relation.left, pick) }),
  (relation, pick) => ({ ...relation, right: rewriteOnce(relation.right, pick) }),
  (relation, pick) => {
    const k = number(2 + pick(4));
    return onBothSides(relation, (side) => binary("multiply", k, side));
  },
  (relation, pick) => {
    const k = number(-2 - pick(4));
    return turned(onBothSides(relation, (side) => binary("multiply", k, side)));
  },
  (relation, pick) => {
    const term = [number(1 + pick(9)), x][pick(2)] ?? x;
    return onBothSides(relation, (side) => binary("add", side, term));
  },
];

function slip(relation: Relation, pick: Pick): Relation {
  if (pick(3) === 0) return { ...relation, sign: SIGNS[relation.sign].slips[pick(2)] ?? "=" };
  return pick(3) === 0
    ? { ...relation, right: slipOnce(relation.right, pick) }
    : { ...relation, left: slipOnce(relation.left, pick) };
}

/** `m x + n y + c < 0`, scaled so that the largest of the three is 1; `null` for what is not linear or has no variable. */
interface Linear {
  readonly sign: "=" | "<" | "<=";
  readonly vector: readonly number[];
}

function linear({ left, sign, right }: Relation): Linear | null {
  const difference = binary("subtract", left, right);
  const at = (x0: number, y0: number): number => valueAt(difference, { x: x0, y: y0 }) ?? NaN;
  const c = at(0, 0);
  const [m, n] = [at(1, 0) - c, at(0, 1) - c];
  const isLinear = Math.abs(at(-7, 5) - (5 * n - 7 * m + c)) < 1e-9 * (1 + Math.abs(c));
  const size = Math.max(Math.abs(m), Math.abs(n));
  if (!isLinear || !(size > 1e-6)) return null;
  const isTurned = sign === "=" ? (Math.abs(m) > 1e-9 ? m : n) < 0 : sign.startsWith(">");
  const scale = (isTurned ? -1 : 1) / size;
  return { sign: ORIENTED[sign], vector: [m, n, c].map((each) => each * scale) };
}

const ORIENTED = { "=": "=", "<": "<", ">": "<", "<=": "<=", ">=": "<=" } as const;

/** By their half-planes or lines: mathjs gives the coefficients. */
function judge(a: Relation, b: Relation): Judgement {
  const [p, q] = [linear(a), linear(b)];
  if (p === null || q === null) return "unclear";
  const gap = Math.max(...p.vector.map((each, index) => Math.abs(each - (q.vector[index] ?? NaN))));
  if (p.sign !== q.sign || gap > 1e-5) return "different";
  return gap < 1e-9 ? "equal" : "unclear";
}

const kind = (start: fc.Arbitrary<Relation>): Kind<Relation> => ({
  start,
  rewrite: (relation, pick) => (STEPS[pick(STEPS.length)] ?? turned)(relation, pick),
  slip,
  judge,
  write: (a, b, pick) => {
    const write = ({ left, sign, right }: Relation): string =>
      `${toLatex(left, pick)} ${SIGNS[sign].latex} ${toLatex(right, pick)}`;
    const sympy = ({ left, sign, right }: Relation): string =>
      `${SIGNS[sign].sympy}(${toAscii(left)}, ${toAscii(right)}, evaluate=False)`;
    return { reference: write(a), answer: write(b), sympy: [sympy(a), sympy(b)], scalars: null };
  },
});

/** Linear in one variable. */
export const inequality: Kind<Relation> = kind(inequalityStart);

/** Linear in two variables. */
export const equation: Kind<Relation> = kind(equationStart);
