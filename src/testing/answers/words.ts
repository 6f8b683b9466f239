import { compare } from "../expression/compare.js";
import { type Expression, integer, node, variable } from "../expression/expression.js";
import { toLatex } from "../expression/latex.js";
import type { Style } from "../expression/style.js";
import type { Random } from "../random.js";
import type { Answer, AnswerForm, KindDefinition } from "./answer.js";

const LETTERS = ["A", "B", "C", "D", "E"] as const;
const WORDS = [
  "east",
  "Tuesday",
  "yes",
  "no",
  "Paris",
  "even",
  "blue",
  "parabola",
  "Friday",
  "Evelyn",
] as const;

const markForm = (id: string, title: string, write: (mark: string) => string): AnswerForm => ({
  id,
  title,
  write: ({ mark }) => write(mark),
});

/** The word with one letter that none of the words has. */
function misspelt(answer: Answer, random: Random): Answer {
  const at = random.below(answer.mark.length);
  return { ...answer, mark: `${answer.mark.slice(0, at)}q${answer.mark.slice(at + 1)}` };
}

const compareMarks: KindDefinition["compare"] = (a, b) => (a.mark === b.mark ? "same" : "different");

const slope = (random: Random): Expression => integer(random.between(2, 9));

/** `y` as a straight line or a parabola in `x`. */
function rightSide(random: Random): Expression {
  const x = variable("x");
  const linear = node("multiply", slope(random), x);
  const shape = random.below(3);
  if (shape === 0) return linear;
  return node("add", shape === 1 ? linear : node("power", x, integer(2)), integer(random.between(1, 9)));
}

const side = ({ parts }: Answer, style: Style): string => toLatex(parts[0] as Expression, style);
const scaled = ({ parts }: Answer, factor: Expression, style: Style): string =>
  toLatex(node("multiply", factor, parts[0] as Expression), style);

/** Letters, words, and equations `y = …`, which are lines of text as well. */
export const WORD_KINDS: readonly KindDefinition[] = [
  {
    kind: "equation",
    generate: (random) => ({ kind: "equation", parts: [rightSide(random)], mark: "y" }),
    print: (answer, style) => `y${style.space}=${style.space}${side(answer, style)}`,
    compare: (a, b) => compare(a.parts[0] as Expression, b.parts[0] as Expression),
    forms: [
      { id: "S16", title: "sides swapped", write: (answer, style) => `${side(answer, style)}=y` },
      {
        id: "S16",
        title: "both sides scaled",
        write: (answer, style, random) => {
          const factor = slope(random);
          return `${toLatex(node("multiply", factor, variable("y")), style)}=${scaled(answer, factor, style)}`;
        },
      },
      {
        id: "S16",
        title: "all on one side",
        write: ({ parts: [part] }, style) =>
          `${toLatex(node("subtract", variable("y"), part as Expression), style)}=0`,
      },
    ],
    mutations: [
      {
        id: "M41",
        title: "one side scaled",
        apply: (answer, random) => ({
          ...answer,
          parts: [node("multiply", slope(random), answer.parts[0] as Expression)],
        }),
      },
    ],
  },
  {
    kind: "choice",
    generate: (random) => ({ kind: "choice", parts: [], mark: random.pick(LETTERS) }),
    print: ({ mark }) => mark,
    compare: compareMarks,
    forms: [
      markForm("S15", "a letter in text", (mark) => `\\text{${mark}}`),
      markForm("S15", "a bold letter", (mark) => `\\textbf{${mark}}`),
      markForm("S15", "an upright letter", (mark) => `\\mathrm{${mark}}`),
      markForm("S15", "a letter in brackets", (mark) => `(${mark})`),
      markForm("S15", "a letter in brackets in text", (mark) => `\\text{(${mark})}`),
    ],
    mutations: [
      {
        id: "M43",
        title: "another letter",
        apply: (answer, random) => ({ ...answer, mark: random.pick(LETTERS) }),
      },
      {
        id: "M43",
        title: "several letters",
        apply: (answer, random) => ({
          ...answer,
          mark: random.pick(["ABCDE", "A, B, C, D, E", `${answer.mark}${nextLetter(answer.mark)}`]),
        }),
      },
    ],
  },
  {
    kind: "text",
    generate: (random) => ({ kind: "text", parts: [], mark: random.pick(WORDS) }),
    print: ({ mark }) => `\\text{${mark}}`,
    compare: compareMarks,
    forms: [
      markForm("S36", "a word in another font", (mark) => `\\mathrm{${mark}}`),
      markForm("S36", "a word without a command", (mark) => mark),
    ],
    mutations: [
      {
        id: "M45",
        title: "another word",
        apply: (answer, random) => ({ ...answer, mark: random.pick(WORDS) }),
      },
      { id: "M45", title: "another letter in it", apply: misspelt },
      { id: "M45", title: "another end", apply: (answer) => ({ ...answer, mark: `${answer.mark}wise` }) },
      { id: "M45", title: "its negation", apply: (answer) => ({ ...answer, mark: `not ${answer.mark}` }) },
    ],
  },
];

const nextLetter = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1);
