import { compare } from "../expression/compare.js";
import { type Expression, integer, node } from "../expression/expression.js";
import { toLatex } from "../expression/latex.js";
import { type Style, withoutThousands } from "../expression/style.js";
import type { Random } from "../random.js";
import {
  type Answer,
  type AnswerMutation,
  type KindDefinition,
  type PolicyGuard,
  withPart,
} from "./answer.js";
import { compareInOrder } from "./comparison.js";

/**
 * `mark` holds a character per end: brackets, `-` for minus infinity and `+` for infinity, of which the part counts for
 * nothing. The ends of a union are in order, so that no two of its intervals meet.
 */
const ends = (random: Random, count: number): readonly Expression[] => {
  const parts: Expression[] = [];
  for (let at = random.between(-9, 5); parts.length < count; at += random.between(1, 6))
    parts.push(integer(at));
  return parts;
};

function drawMark(random: Random, intervals: number): string {
  const inner = Array.from(
    { length: intervals },
    () => random.pick(["[", "("]) + random.pick(["]", ")"]),
  ).join("");
  const left = random.below(4) === 0 ? "-" : inner.charAt(0);
  const right = random.below(4) === 0 ? "+" : inner.charAt(inner.length - 1);
  return left + inner.slice(1, -1) + right;
}

const left = (bracket: string, part: Expression, style: Style): string =>
  bracket === "-" ? "(-\\infty" : bracket + toLatex(part, withoutThousands(style));
const right = (bracket: string, part: Expression, style: Style): string =>
  bracket === "+" ? "\\infty)" : toLatex(part, withoutThousands(style)) + bracket;

/** The intervals one by one, as text. */
const intervalTexts = ({ parts, mark }: Answer, style: Style): readonly string[] =>
  Array.from({ length: parts.length / 2 }, (_, i) => {
    const [low, high] = [parts[2 * i] as Expression, parts[2 * i + 1] as Expression];
    return `${left(mark.charAt(2 * i), low, style)},${style.space}${right(mark.charAt(2 * i + 1), high, style)}`;
  });

const print = (answer: Answer, style: Style): string => intervalTexts(answer, style).join(" \\cup ");

const FLIPPED: Readonly<Record<string, string>> = { "[": "(", "(": "[", "]": ")", ")": "]" };

const isUnbounded = (mark: string): boolean => /[-+]/.test(mark);
const isAnyNotation: PolicyGuard = ({ notation }) => notation === "any";

const withMark = (answer: Answer, at: number, mark: string): Answer => ({
  ...answer,
  mark: answer.mark.slice(0, at) + mark + answer.mark.slice(at + 1),
});

const MUTATIONS: readonly AnswerMutation[] = [
  {
    id: "M37",
    title: "one bracket the other way",
    apply: (answer, random) => {
      const at = random.below(answer.mark.length);
      const flipped = FLIPPED[answer.mark.charAt(at)];
      return flipped === undefined ? undefined : withMark(answer, at, flipped);
    },
  },
  {
    id: "M38",
    title: "an end moved",
    apply: (answer, random) => {
      const at = random.pick([0, answer.parts.length - 1]);
      const end = answer.parts[at] as Expression;
      const value = end.op === "negate" ? -(end.args[0] as Expression).value : end.value;
      if (answer.mark.charAt(at) === "-" || answer.mark.charAt(at) === "+") return undefined;
      const moved = integer(at === 0 ? value - random.between(1, 3) : value + random.between(1, 3));
      return withPart(answer, at, moved);
    },
  },
  {
    id: "M38",
    title: "an end at infinity",
    apply: (answer, random) => {
      const at = random.pick([0, answer.mark.length - 1]);
      return "-+".includes(answer.mark.charAt(at)) ? undefined : withMark(answer, at, at === 0 ? "-" : "+");
    },
  },
];

/** Ends at infinity have no value to compare. */
const comparable = (answer: Answer): Answer => ({
  ...answer,
  parts: answer.parts.map((part, i) => ("-+".includes(answer.mark.charAt(i)) ? integer(0) : part)),
});
const compareIntervals: KindDefinition["compare"] = (a, b) => compareInOrder(comparable(a), comparable(b));

const RELATIONS: Readonly<Record<string, string>> = { "<": "<", ">": ">", "≤": "\\le ", "≥": "\\ge " };
const TURNED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "≤": "≥", "≥": "≤" };
const STRICTNESS: Readonly<Record<string, string>> = { "<": "≤", ">": "≥", "≤": "<", "≥": ">" };
const LONG: Readonly<Record<string, string>> = { "<": "<", ">": ">", "≤": "\\leq ", "≥": "\\geqslant " };

const relation = (names: Readonly<Record<string, string>>, mark: string): string => names[mark] ?? "";
const bound = ({ parts }: Answer, style: Style): string => toLatex(parts[0] as Expression, style);

/** Intervals, their unions, and inequalities of `x`, whose `mark` is the relation. */
export const INTERVAL_KINDS: readonly KindDefinition[] = [
  {
    kind: "interval",
    generate: (random) => ({ kind: "interval", parts: ends(random, 2), mark: drawMark(random, 1) }),
    print,
    compare: compareIntervals,
    forms: [
      {
        id: "S6",
        title: "in large brackets",
        write: (answer, style) =>
          print(answer, style)
            .replace(/^[[(]/, "\\left$&")
            .replace(/[\])]$/, "\\right$&"),
      },
      {
        id: "S42",
        title: "cut in two",
        write: (answer, style) => {
          const { parts, mark } = answer;
          if (isUnbounded(mark)) return undefined;
          const middle = node("divide", node("add", ...parts), integer(2));
          const two = { ...answer, parts: [parts[0], middle, middle, parts[1]] as Expression[] };
          return print({ ...two, mark: `${mark.charAt(0)})[${mark.charAt(1)}` }, style);
        },
      },
      {
        id: "S43",
        title: "as a chain of inequalities",
        holds: isAnyNotation,
        write: ({ parts, mark }, style) => {
          if (isUnbounded(mark)) return undefined;
          const [low, high] = parts.map((part) => toLatex(part, withoutThousands(style)));
          const signs = Array.from(mark, (bracket) => ("[]".includes(bracket) ? "\\le " : "<"));
          return `${low ?? ""}${signs[0] ?? ""}x${signs[1] ?? ""}${high ?? ""}`;
        },
      },
      {
        id: "S44",
        title: "in brackets turned outwards",
        holds: isAnyNotation,
        write: (answer, style) =>
          answer.mark === "()" ? print(answer, style).replace("(", "]").replace(/\)$/, "[") : undefined,
      },
    ],
    mutations: MUTATIONS,
  },
  {
    kind: "union",
    generate: (random) => ({ kind: "union", parts: ends(random, 4), mark: drawMark(random, 2) }),
    print,
    compare: compareIntervals,
    forms: [
      {
        id: "S33",
        title: "intervals in another order",
        write: (answer, style) => intervalTexts(answer, style).toReversed().join("\\cup"),
      },
    ],
    mutations: [
      ...MUTATIONS,
      {
        id: "M39",
        title: "a part left out",
        apply: (answer) => ({
          kind: "union",
          parts: answer.parts.slice(0, 2),
          mark: answer.mark.slice(0, 2),
        }),
      },
    ],
  },
  {
    kind: "inequality",
    generate: (random) => ({
      kind: "inequality",
      parts: [integer(random.between(-9, 30))],
      mark: random.pick(["<", ">", "≤", "≥"]),
    }),
    print: (answer, style) => `x${relation(RELATIONS, answer.mark)}${bound(answer, style)}`,
    compare: (a, b) => {
      const compared = compare(a.parts[0] as Expression, b.parts[0] as Expression);
      return a.mark === b.mark || compared === "unknown" ? compared : "different";
    },
    forms: [
      {
        id: "S31",
        title: "another command of the relation",
        write: (answer, style) => `x ${relation(LONG, answer.mark)} ${bound(answer, style)}`,
      },
      {
        id: "S31",
        title: "read from right to left",
        write: (answer, style) =>
          bound(answer, style) + relation(RELATIONS, relation(TURNED, answer.mark)) + "x",
      },
    ],
    mutations: [
      {
        id: "M42",
        title: "strict for weak",
        apply: (answer) => ({ ...answer, mark: relation(STRICTNESS, answer.mark) }),
      },
      {
        id: "M42",
        title: "less for greater",
        apply: (answer) => ({ ...answer, mark: relation(TURNED, answer.mark) }),
      },
    ],
  },
];
