import { type Case, type Cell, describeScore, fixedCase, isAccepted } from "../case.js";
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

/** L13: no verdict is handed on to a question that is only like another one. */
export const likenessCells = ({ policy, state, item }: SuiteContext): readonly Cell[] => {
  const alike = (title: string, ask: (right: string, wrong: string) => Case["items"]): Cell =>
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
  return [
    alike("the same completion, another reference", (right, wrong) => [
      item(state(right), right),
      item(state(right), wrong),
    ]),
    alike("no reference, behind one", (right) => [item(state(right), right), item(state(right), "")]),
    alike("completions that end differently", (right, wrong) => [
      item(LONG_START + state(right), right),
      item(LONG_START + state(wrong), right),
    ]),
  ];
};

/** L16: many at once are judged as one by one. */
export const batchCells = ({ policy, state, item }: SuiteContext): readonly Cell[] => [
  cell("L16", "in order, one score each", "integer", (seed) => {
    const golds = Array.from({ length: 6 }, (_, i) => String((seed % 50) + i));
    const items = golds.map((gold, i) => item(state(i % 2 === 0 ? gold : wrongAnswer(seed + i)), gold));
    const inOrder = fixedCase(items, (outcomes) => {
      const wrong = items.findIndex((_, i) => isAccepted(outcomes[i], policy.threshold) !== (i % 2 === 0));
      if (wrong < 0) return undefined;
      return {
        type: "contract",
        expected: "right ones at 0, 2 and 4",
        actual: outcomes.map(describeScore).join(", "),
      };
    });
    return { ...inOrder, together: true };
  }),
];
