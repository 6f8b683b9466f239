import fc from "fast-check";
import { type Expression, type Pick, toAscii, toLatex } from "../expression.js";
import { all, changedAt, type Kind, swapped } from "../kind.js";
import { judge, type Judgement } from "../mathjs.js";
import { rewriteOnce, slipOnce } from "../rewrites.js";
import { item } from "./expressions.js";

type Items = readonly Expression[];

const rewriteItem = (items: Items, pick: Pick): Items =>
  changedAt(items, pick(items.length), (each) => rewriteOnce(each, pick));

const slipItem = (items: Items, pick: Pick): Items =>
  changedAt(items, pick(items.length), (each) => slipOnce(each, pick));

const exchange = (items: Items, pick: Pick): Items => swapped(items, pick(items.length), pick(items.length));

const withoutOne = (items: Items, pick: Pick): Items => {
  const gone = pick(items.length);
  return items.filter((_, index) => index !== gone);
};

function judgeOrdered(a: Items, b: Items): Judgement {
  if (a.length !== b.length) return "different";
  return all(a.map((each, index) => judge(each, b[index] as Expression)));
}

/** Whether an item is among others: `different` if it is apart from each of them. */
function isAmong(each: Expression, others: Items): Judgement {
  const judgements = others.map((other) => judge(each, other));
  if (judgements.includes("equal")) return "equal";
  return judgements.includes("unclear") ? "unclear" : "different";
}

const judgeUnordered = (a: Items, b: Items): Judgement =>
  all([...a.map((each) => isAmong(each, b)), ...b.map((each) => isAmong(each, a))]);

const listed = (items: Items, pick: Pick): string => items.map((each) => toLatex(each, pick)).join(", ");
const called = (name: string, items: Items): string => `${name}(${items.map(toAscii).join(", ")})`;

const items = (minLength: number): fc.Arbitrary<Items> => fc.array(item, { minLength, maxLength: 4 });

/** `(a, b, c)`: the order counts. */
export const tuple: Kind<Items> = {
  start: items(3),
  rewrite: rewriteItem,
  slip: (each, pick) => (pick(2) === 0 ? slipItem : pick(2) === 0 ? exchange : withoutOne)(each, pick),
  judge: judgeOrdered,
  write: (a, b, pick) => {
    const write = (each: Items): string =>
      pick(2) === 0 ? `(${listed(each, pick)})` : `\\left(${listed(each, pick)}\\right)`;
    return {
      reference: write(a),
      answer: write(b),
      sympy: [called("Tuple", a), called("Tuple", b)],
      scalars: null,
    };
  },
};

/** `\{a, b, c\}`: neither order nor repetition counts. */
export const set: Kind<Items> = {
  start: items(2),
  rewrite: (each, pick) => (pick(3) === 0 ? exchange : rewriteItem)(each, pick),
  slip: (each, pick) => (pick(3) === 0 ? withoutOne : slipItem)(each, pick),
  judge: judgeUnordered,
  write: (a, b, pick) => {
    const write = (each: Items): string =>
      pick(2) === 0 ? `\\{${listed(each, pick)}\\}` : `\\left\\{${listed(each, pick)}\\right\\}`;
    return {
      reference: write(a),
      answer: write(b),
      sympy: [called("FiniteSet", a), called("FiniteSet", b)],
      scalars: null,
    };
  },
};

type Rows = readonly Items[];

const cells = (rows: Rows): Items => rows.flat();

function shaped(entries: Items, width: number): Rows {
  return Array.from({ length: Math.ceil(entries.length / width) }, (_, row) =>
    entries.slice(row * width, (row + 1) * width),
  );
}

const inCells =
  (change: (entries: Items, pick: Pick) => Items) =>
  (rows: Rows, pick: Pick): Rows =>
    shaped(change(cells(rows), pick), rows[0]?.length ?? 1);

const transposed = (rows: Rows): Rows =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Expression));

/** Of two rows and two or three columns. */
export const matrix: Kind<Rows> = {
  start: fc
    .tuple(fc.constantFrom(2, 3), fc.array(item, { minLength: 6, maxLength: 6 }))
    .map(([width, entries]) => shaped(entries.slice(0, 2 * width), width)),
  rewrite: inCells(rewriteItem),
  slip: (rows, pick) =>
    pick(3) === 0 ? transposed(rows) : inCells(pick(3) === 0 ? exchange : slipItem)(rows, pick),
  judge: (a, b) => (a.length === b.length ? judgeOrdered(cells(a), cells(b)) : "different"),
  write: (a, b, pick) => {
    const write = (rows: Rows): string => {
      const environment = pick(2) === 0 ? "pmatrix" : "bmatrix";
      const body = rows.map((row) => row.map((each) => toLatex(each, pick)).join(" & ")).join(" \\\\ ");
      return `\\begin{${environment}} ${body} \\end{${environment}}`;
    };
    const sympy = (rows: Rows): string =>
      `Matrix([${rows.map((row) => `[${row.map(toAscii).join(", ")}]`).join(", ")}])`;
    return { reference: write(a), answer: write(b), sympy: [sympy(a), sympy(b)], scalars: null };
  },
};
