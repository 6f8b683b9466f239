import { compare } from "../expression/compare.js";
import { type Expression, integer, integerValue, node } from "../expression/expression.js";
import { randomDecimal } from "../expression/generate.js";
import { toLatex } from "../expression/latex.js";
import { type Style, withoutThousands } from "../expression/style.js";
import type { Random } from "../random.js";
import {
  type Answer,
  type AnswerForm,
  type AnswerMutation,
  type KindDefinition,
  withPart,
} from "./answer.js";
import { compareAsSets, compareInOrder } from "./comparison.js";
import { randomFraction } from "./scalars.js";

const surd = (random: Random): Expression => node("sqrt", integer(random.between(2, 15)));
const whole = (random: Random): Expression => integer(random.between(-9, 20));
const element = (random: Random): Expression =>
  random.pick([whole, whole, whole, randomFraction, surd, randomDecimal])(random);

const elements = (random: Random, least: number, most: number): readonly Expression[] =>
  Array.from({ length: random.between(least, most) }, () => element(random));

/** Elements that are different for sure. */
function distinct(parts: readonly Expression[]): readonly Expression[] {
  const kept: Expression[] = [];
  for (const part of parts) {
    if (kept.every((other) => compare(part, other) === "different")) kept.push(part);
  }
  return kept;
}

/** Thousands are not separated where commas separate elements. */
function listed(parts: readonly Expression[], style: Style): string {
  const plain = withoutThousands(style);
  return parts.map((part) => toLatex(part, plain)).join(`,${style.space}`);
}

const BRACES = { round: ["\\{", "\\}"], left: ["\\left\\{", "\\right\\}"] } as const;

function printSet({ parts }: Answer, style: Style): string {
  const [open, close] = BRACES[style.brackets === "left" ? "left" : "round"];
  return open + listed(parts, style) + close;
}

const printTuple = ({ parts }: Answer, style: Style): string =>
  style.brackets === "left" ? `\\left(${listed(parts, style)}\\right)` : `(${listed(parts, style)})`;

const changeElements: readonly AnswerMutation[] = [
  {
    id: "M35",
    title: "an element left out",
    apply: (answer, random) => {
      const at = random.below(answer.parts.length);
      return answer.parts.length < 2 ? undefined : { ...answer, parts: answer.parts.toSpliced(at, 1) };
    },
  },
  {
    id: "M35",
    title: "an element more",
    apply: (answer, random) => ({ ...answer, parts: [...answer.parts, element(random)] }),
  },
  {
    id: "M35",
    title: "an element replaced",
    apply: (answer, random) =>
      answer.parts.length === 0
        ? undefined
        : withPart(answer, random.below(answer.parts.length), element(random)),
  },
];

const shuffled = (parts: readonly Expression[], random: Random): readonly Expression[] => {
  const turn = random.between(1, Math.max(1, parts.length - 1));
  return [...parts.slice(turn), ...parts.slice(0, turn)];
};

const MATRICES = {
  round: ["\\begin{pmatrix}", "\\end{pmatrix}"],
  left: ["\\begin{bmatrix}", "\\end{bmatrix}"],
  big: ["\\left(\\begin{array}{cc}", "\\end{array}\\right)"],
  Big: ["\\left[\\begin{array}{cc}", "\\end{array}\\right]"],
} as const;

/** `mark` is the number of columns. */
function printMatrix({ parts, mark }: Answer, style: Style): string {
  const [open, close] = MATRICES[style.brackets];
  const columns = Number(mark);
  const plain = withoutThousands(style);
  const cells = parts.map((part) => toLatex(part, plain));
  const rows = Array.from({ length: cells.length / columns }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns).join(" & "),
  );
  return `${open} ${rows.join(" \\\\ ")} ${close}`;
}

const cells = (random: Random, count: number): readonly Expression[] =>
  Array.from({ length: count }, () => whole(random));

/** Kinds of several numbers. */
export const COLLECTION_KINDS: readonly KindDefinition[] = [
  {
    kind: "set",
    generate: (random) => ({ kind: "set", parts: distinct(elements(random, 0, 4)), mark: "" }),
    print: printSet,
    compare: compareAsSets,
    forms: [
      {
        id: "S32",
        title: "elements in another order",
        write: (answer, style, random) =>
          printSet({ ...answer, parts: shuffled(answer.parts, random) }, style),
      },
      {
        id: "S32",
        title: "an element twice",
        holds: ({ sets }) => sets === "set",
        write: (answer, style) => {
          const [first] = answer.parts;
          return first && printSet({ ...answer, parts: [...answer.parts, first] }, style);
        },
      },
      {
        id: "S45",
        title: "two numbers with a sign for both",
        write: ({ parts }) => {
          const [a = NaN, b = NaN] = parts.map((part) => integerValue(part) ?? NaN);
          const middle = (a + b) / 2;
          if (parts.length !== 2 || !Number.isInteger(middle) || a === b) return undefined;
          return `${middle}\\pm ${Math.abs(a - b) / 2}`;
        },
      },
      ...["\\emptyset", "\\varnothing"].map((sign): AnswerForm => ({
        id: "S35",
        title: `nothing as ${sign}`,
        write: ({ parts }) => (parts.length === 0 ? sign : undefined),
      })),
    ],
    mutations: changeElements,
  },
  {
    kind: "tuple",
    generate: (random) => ({ kind: "tuple", parts: elements(random, 2, 4), mark: "" }),
    print: printTuple,
    compare: compareInOrder,
    forms: [],
    mutations: [
      ...changeElements,
      {
        id: "M36",
        title: "entries in another order",
        apply: (answer, random) => ({ ...answer, parts: shuffled(answer.parts, random) }),
      },
      {
        id: "M36",
        title: "an entry twice",
        apply: (answer) => ({ ...answer, parts: [...answer.parts.slice(0, 1), ...answer.parts] }),
      },
    ],
  },
  {
    kind: "matrix",
    generate: (random) => {
      const columns = random.between(1, 3);
      const rows = random.between(columns === 1 ? 2 : 1, 3);
      return { kind: "matrix", parts: cells(random, rows * columns), mark: String(columns) };
    },
    print: printMatrix,
    compare: compareInOrder,
    forms: [
      {
        id: "S34",
        title: "in other brackets",
        write: (answer, style) => printMatrix(answer, { ...style, brackets: "left" }),
      },
      {
        id: "E51",
        title: "an entry as a sum",
        write: (answer, style, random) => {
          const at = random.below(answer.parts.length);
          const part = answer.parts[at] as Expression;
          const split = node("subtract", node("add", part, integer(3)), integer(3));
          return printMatrix(withPart(answer, at, split), style);
        },
      },
    ],
    mutations: [
      { id: "M40", title: "the transpose", apply: transpose },
      {
        id: "M40",
        title: "all in one row",
        apply: (answer) =>
          answer.mark === String(answer.parts.length)
            ? undefined
            : { ...answer, mark: String(answer.parts.length) },
      },
      {
        id: "M40",
        title: "one entry changed",
        apply: (answer, random) =>
          withPart(answer, random.below(answer.parts.length), integer(random.between(21, 40))),
      },
    ],
  },
];

function transpose(answer: Answer): Answer {
  const columns = Number(answer.mark);
  const rows = answer.parts.length / columns;
  const parts = answer.parts.map((_, i) => {
    const [row, column] = [Math.floor(i / rows), i % rows];
    return answer.parts[column * columns + row] as Expression;
  });
  return { ...answer, parts, mark: String(rows) };
}
