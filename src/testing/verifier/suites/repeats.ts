import { type Case, type Cell, describeScore, type FindingType, fixedCase, isAccepted } from "../case.js";
import { cell, type SuiteContext } from "../suite.js";
import { answerOf, plainOf, wrongAnswer } from "./plain-answers.js";

/** L13: the same answer for the same question, whatever was asked between. */
export const determinismCells = (context: SuiteContext): readonly Cell[] =>
  plainOf(context).flatMap((kind) =>
    ["right", "wrong"].map((first) =>
      cell("L13", `${first} first, by turns`, kind, (seed) => {
        const gold = answerOf(kind, seed);
        const { state, item } = context;
        const [a, b] = [item(state(gold), gold), item(state(wrongAnswer(seed)), gold)];
        const items = first === "right" ? [a, b, a, b, a] : [b, a, b, a, b];
        return fixedCase(items, judgeRepeats);
      }),
    ),
  );

const judgeRepeats: Case["judge"] = (outcomes) => {
  const texts = outcomes.map(describeScore);
  const isStable = texts.every((text, i) => text === texts[i % 2]);
  if (isStable) return undefined;
  return { type: "nondeterminism", expected: "the same for the same completion", actual: texts.join(", ") };
};

/** Longer than what a key of a cache may keep of a completion. */
const LONG_START = "We first simplify, then substitute. ".repeat(40);

/** A right answer, and one that is not, but is like it. */
const alike =
  ({ policy }: SuiteContext) =>
  (title: string, ask: (right: string, wrong: string) => Case["items"]): Cell =>
    cell("L13", title, "integer", (seed) => {
      const items = ask(String(2 + (seed % 97)), wrongAnswer(seed));
      return fixedCase(items, (outcomes) => {
        const [first, second] = outcomes.map((outcome) => isAccepted(outcome, policy.threshold));
        if (first !== true || second !== true) return undefined;
        return {
          type: "nondeterminism",
          expected: "a verdict of its own",
          actual: "that of another question",
        };
      });
    });

/** L13: no verdict is handed on to a question that is only like another one. */
export const likenessCells = (context: SuiteContext): readonly Cell[] => {
  const { state, item } = context;
  const ask = alike(context);
  return [
    ask("the same completion, another reference", (right, wrong) => [
      item(state(right), right),
      item(state(right), wrong),
    ]),
    ask("no reference, behind one", (right) => [item(state(right), right), item(state(right), "")]),
    ask("completions that end differently", (right, wrong) => [
      item(LONG_START + state(right), right),
      item(LONG_START + state(wrong), right),
    ]),
    ask("completions that begin differently", (right, wrong) => [
      item(`${state(right)}\n${LONG_START}`, right),
      item(`${state(wrong)}\n${LONG_START}`, right),
    ]),
    ask("capital letters", (_, wrong) => {
      const letter = "hjkpqruvw"[Number(wrong) % 9] as string;
      return [item(state(letter), letter), item(state(letter.toUpperCase()), letter)];
    }),
    ask("a space more", (right) => [
      item(state(`1${right}`), `1${right}`),
      item(state(`1 ${right}`), `1${right}`),
    ]),
    ask("the same text, divided elsewhere", (right) => [
      item(state(right + right), right + right),
      item(state(right + right) + right, right),
    ]),
    ask("the same answer and reference, divided elsewhere", (right) => [
      item(state(right + right), right + right),
      item(state(right), right + right + right),
    ]),
  ];
};

/** Right answers and wrong ones by turns, each to a question of its own: asked one by one, and once more otherwise. */
function twice(
  { state, item }: SuiteContext,
  seed: number,
  type: FindingType,
  otherwise: (count: number) => Pick<Case, "calls" | "atOnce">,
): Case {
  const golds = Array.from({ length: 6 }, (_, i) => String((seed % 50) + i));
  const items = golds.map((gold, i) => item(state(i % 2 === 0 ? gold : wrongAnswer(seed + i)), gold));
  const asked = fixedCase([...items, ...items], (outcomes) => {
    const scores = outcomes.map(describeScore);
    const [expected, actual] = [scores.slice(0, items.length), scores.slice(items.length)];
    if (actual.every((score, i) => score === expected[i])) return undefined;
    return { type, expected: `${expected.join(", ")} as one by one`, actual: actual.join(", ") };
  });
  return { ...asked, ...otherwise(items.length) };
}

const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1);

/** L13: calls that begin before others have ended do not mix their questions up. */
export const atOnceCells = (context: SuiteContext): readonly Cell[] => [
  cell("L13", "calls at the same time", "integer", (seed) =>
    twice(context, seed, "nondeterminism", (count) => ({ calls: ones(2 * count), atOnce: count })),
  ),
];

/** L16: many at once are judged as one by one. */
export const batchCells = (context: SuiteContext): readonly Cell[] => [
  cell("L16", "in order, one score each", "integer", (seed) =>
    twice(context, seed, "contract", (count) => ({ calls: [...ones(count), count] })),
  ),
];
