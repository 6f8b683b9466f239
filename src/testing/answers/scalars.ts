import { compare } from "../expression/compare.js";
import { type Expression, integer, node, repeating } from "../expression/expression.js";
import { randomDecimal, randomExpression, randomInteger } from "../expression/generate.js";
import { toLatex } from "../expression/latex.js";
import { PLAIN_STYLE, type Style } from "../expression/style.js";
import type { Random } from "../random.js";
import type {
  Answer,
  AnswerForm,
  AnswerKind,
  AnswerMutation,
  KindDefinition,
  PolicyGuard,
} from "./answer.js";
import { compareInOrder } from "./comparison.js";

const onlyPart = ({ parts }: Answer): Expression => parts[0] as Expression;
const printPart = (answer: Answer, style: Style): string => toLatex(onlyPart(answer), style);

/** `x=5` for 5. */
const NAMED: AnswerForm = {
  id: "S16",
  title: "with a name before it",
  holds: ({ lhs }) => lhs === "ignore",
  write: (answer, style) => `n=${printPart(answer, style)}`,
};

/** `2\\frac{1}{2}` for `\\frac{5}{2}`. */
const MIXED: AnswerForm = {
  id: "S27",
  title: "a mixed number",
  write: (answer, style) => {
    const {
      op,
      args: [over, under],
    } = onlyPart(answer);
    if (op !== "divide" || over?.op !== "integer" || under?.op !== "integer") return undefined;
    const rest = over.value % under.value;
    if (rest === 0 || over.value < under.value) return undefined;
    const whole = integer((over.value - rest) / under.value);
    return toLatex(node("add", whole, node("divide", integer(rest), under)), { ...style, mixed: true });
  },
};

const takesUnits: PolicyGuard = ({ units }) => units === "match";
const isAnyNotation: PolicyGuard = ({ notation }) => notation === "any";

const around = (
  id: string,
  title: string,
  write: (number: string) => string,
  holds = takesUnits,
): AnswerForm => ({
  id,
  title,
  holds,
  write: (answer, style) => write(printPart(answer, style)),
});

/** 5 as `101_2`. */
const BINARY: AnswerForm = {
  id: "S41",
  title: "to the base 2",
  holds: isAnyNotation,
  write: (answer) => {
    const { op, value } = onlyPart(answer);
    return op === "integer" && value > 1 ? `${value.toString(2)}_2` : undefined;
  },
};

/** 1500 as `1.5 \\times 10^{3}`. */
const SCIENTIFIC: readonly AnswerForm[] = (["\\times ", "\\cdot ", "e"] as const).map((sign) => ({
  id: "S28",
  title: `in powers of ten with ${sign.trim()}`,
  write: (answer) => {
    const { op, value } = onlyPart(answer);
    if (op !== "integer" || value < 100) return undefined;
    const [digits = "", exponent = ""] = value.toExponential().split("e+");
    return sign === "e" ? `${digits}e${exponent}` : `${digits}${sign}10^{${exponent}}`;
  },
}));

const INTEGER_FORMS: readonly AnswerForm[] = [
  NAMED,
  around("S18", "in dollars of money", (number) => `\\$${number}`),
  around("S18", "with the word dollars", (number) => `${number}\\text{ dollars}`),
  around("S18", "with a currency's letters", (number) => `USD ${number}`),
  around("S20", "with a degree sign", (number) => `${number}^\\circ`),
  around("S20", "with a degree sign in braces", (number) => `${number}^{\\circ}`),
  around("S20", "with the command of degrees", (number) => `${number}\\degree`),
  BINARY,
  ...SCIENTIFIC,
];

/** `\\frac{-3}{4}` and `\\frac{3}{-4}` for `-\\frac{3}{4}`. */
const SIGNED: readonly AnswerForm[] = ([0, 1] as const).map((at) => ({
  id: "S4",
  title: at === 0 ? "the sign above the line" : "the sign below the line",
  write: (answer, style) => {
    const [quotient] = onlyPart(answer).op === "negate" ? onlyPart(answer).args : [];
    if (quotient?.op !== "divide") return undefined;
    const args = quotient.args.map((arg, i) => (i === at ? node("negate", arg) : arg));
    return toLatex(node("divide", ...args), style);
  },
}));

/** `&minus;5` for -5. */
const ENTITY: AnswerForm = {
  id: "S40",
  title: "with an entity of HTML",
  holds: ({ entities }) => entities === "read",
  write: (answer, style) => {
    const text = printPart(answer, style);
    return text.startsWith("-") ? `&minus;${text.slice(1)}` : undefined;
  },
};

function scalar(
  kind: AnswerKind,
  draw: (random: Random) => Expression,
  forms: readonly AnswerForm[] = [NAMED],
): KindDefinition {
  return {
    kind,
    generate: (random) => ({ kind, parts: [draw(random)], mark: "" }),
    print: printPart,
    compare: (a, b) => compare(onlyPart(a), onlyPart(b)),
    forms,
    mutations: kind === "integer" ? APPENDED : [],
  };
}

const signed = (random: Random, expression: Expression): Expression =>
  random.below(4) === 0 ? node("negate", expression) : expression;

export const randomFraction = (random: Random): Expression =>
  signed(random, node("divide", integer(random.between(1, 30)), integer(random.between(2, 20))));

/** Another number that a grader which reads a prefix takes for it. */
const APPENDED: readonly AnswerMutation[] = [
  {
    id: "M44",
    title: "more behind the number",
    apply: (answer, random) => {
      const part = onlyPart(answer);
      if (part.op !== "integer") return undefined;
      const more = [
        (): Expression => node("divide", part, integer(7)),
        (): Expression => repeating(`${part.value}.(5)`),
        (): Expression => integer(part.value * 10 + random.below(10)),
        (): Expression => node("multiply", part, node("factorial", integer(3))),
        (): Expression => node("power", integer(part.value), integer(9)),
      ];
      return { ...answer, parts: [random.pick(more)()] };
    },
  },
];

const PERCENT_FORMS: readonly AnswerForm[] = [
  {
    id: "S17",
    title: "a percentage as a fraction",
    holds: ({ percent }) => percent === "value",
    write: (answer, style) => toLatex(node("divide", onlyPart(answer), integer(100)), style),
  },
  {
    id: "S17",
    title: "a percent sign without a backslash",
    write: (answer, style) => `${printPart(answer, style)}%`,
  },
];

const UNITS = ["cm", "m", "km", "s", "kg", "g", "L", "mm"] as const;

const QUANTITY_FORMS: readonly AnswerForm[] = (
  [
    ["a unit in text", (number: string, unit: string) => `${number}\\text{ ${unit}}`],
    ["an upright unit", (number: string, unit: string) => `${number}\\,\\mathrm{${unit}}`],
    ["a unit in plain letters", (number: string, unit: string) => `${number} ${unit}`],
  ] as const
).map(([title, write]) => ({
  id: "S19",
  title,
  write: (answer, style) => write(printPart(answer, style), answer.mark),
}));

const otherUnit: AnswerMutation = {
  id: "M34",
  title: "another unit",
  holds: ({ units }) => units === "match",
  apply: (answer, random) => ({
    ...answer,
    mark: random.pick(UNITS.filter((unit) => unit !== answer.mark)),
  }),
};

/** Kinds of one number or expression. */
export const SCALAR_KINDS: readonly KindDefinition[] = [
  scalar("integer", (random) => signed(random, randomInteger(random)), [...INTEGER_FORMS, ENTITY]),
  scalar("rational", randomFraction, [NAMED, MIXED, ...SIGNED]),
  scalar("decimal", (random) => signed(random, randomDecimal(random))),
  scalar("expression", (random) => randomExpression(random, { variables: [] })),
  scalar("symbolic", (random) => randomExpression(random), []),
  {
    ...scalar("percent", (random) => integer(random.between(1, 99)), PERCENT_FORMS),
    print: (answer, style) => `${printPart(answer, style)}\\%`,
    mutations: [
      {
        id: "M33",
        title: "another percentage",
        apply: ({ parts: [part], ...answer }, random) => ({
          ...answer,
          parts: [integer((part as Expression).value + random.between(1, 9))],
        }),
      },
    ],
  },
  {
    kind: "quantity",
    generate: (random) => ({
      kind: "quantity",
      parts: [integer(random.between(1, 500))],
      mark: random.pick(UNITS),
    }),
    print: ({ parts, mark }, style) => `${toLatex(parts[0] as Expression, style)}\\text{ ${mark}}`,
    compare: (a, b) => {
      const compared = compareInOrder(a, { ...b, mark: a.mark });
      if (a.mark === b.mark) return compared;
      return compared === "same" ? "different" : "unknown";
    },
    forms: QUANTITY_FORMS,
    mutations: [otherUnit],
  },
  {
    kind: "complex",
    generate: (random) => ({
      kind: "complex",
      parts: [integer(random.between(1, 12)), integer(random.between(2, 12))],
      mark: "",
    }),
    print: ({ parts: [real, imaginary] }, style) =>
      `${operand(real, style)}${style.space}+${style.space}${coefficient(imaginary, style)}i`,
    compare: compareInOrder,
    forms: [
      {
        id: "E47",
        title: "the imaginary part first",
        write: ({ parts: [real, imaginary] }, style) =>
          `${coefficient(imaginary, style)}i+${operand(real, style)}`,
      },
    ],
    mutations: [
      {
        id: "M36",
        title: "real and imaginary part swapped",
        apply: (answer) => ({ ...answer, parts: answer.parts.toReversed() }),
      },
      {
        id: "M35",
        title: "the conjugate",
        apply: ({ parts: [real, imaginary], ...answer }) => ({
          ...answer,
          parts: [real as Expression, node("negate", imaginary as Expression)],
        }),
      },
    ],
  },
];

const operand = (part: Expression | undefined, style: Style): string => toLatex(part as Expression, style);

/** What stands before i: a number as it is, other things in brackets. */
const coefficient = (part: Expression | undefined, style: Style): string =>
  part?.op === "integer" ? operand(part, { ...PLAIN_STYLE }) : `(${operand(part, style)})`;
