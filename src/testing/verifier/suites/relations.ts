import { type AnswerKind, kindOf } from "../../answers/index.js";
import { PLAIN_STYLE } from "../../expression/style.js";
import { createPairSource, type DrawnPair, type PairSource } from "../../pairs/pair-source.js";
import { simplerRecipes } from "../../pairs/shrink.js";
import { createRandom } from "../../random.js";
import { type Case, type Cell, describeScore, isAccepted, mustAgree } from "../case.js";
import { caseOf, cell, type SuiteContext } from "../suite.js";

/** A reference, an answer that is another one, and the same answer written otherwise. */
interface Three {
  readonly gold: string;
  readonly other: DrawnPair;
}

/** Draws that may fail to be confirmed before a cell is given up for the time being. */
const TRIES = 20;

function drawThree(
  different: PairSource,
  equal: PairSource,
  kind: AnswerKind,
  seed: number,
): Three | undefined {
  const random = createRandom(seed);
  for (let i = 0; i < TRIES; i++) {
    const wrong = different.draw(random, kind);
    const drawn = equal.draw(random, kind);
    if (wrong === undefined || drawn === undefined) continue;
    const recipe = { ...drawn.recipe, gold: wrong.pair.candidate };
    const pair = equal.build(recipe);
    if (pair !== undefined && pair.goldLatex !== pair.candidateLatex) {
      return { gold: wrong.pair.goldLatex, other: { recipe, pair } };
    }
  }
  return undefined;
}

/** L4: two spellings of one answer, for a reference that is another. */
export function congruenceCells({ policy, kinds, state, item }: SuiteContext): readonly Cell[] {
  const different = createPairSource({ relation: "different", kinds, policy });
  const equal = createPairSource({ relation: "equivalent", kinds, policy });
  const make = ({ gold, other: { pair } }: Three): Omit<Case, "simpler"> => ({
    items: [item(state(pair.goldLatex), gold), item(state(pair.candidateLatex), gold)],
    shown: 1,
    trace: pair.trace,
    judge: mustAgree(policy.threshold, alike),
  });
  const simpler = function* ({ gold, other }: Three): Generator<Three> {
    for (const recipe of simplerRecipes(other.recipe)) {
      const pair = equal.build(recipe);
      if (pair !== undefined) yield { gold, other: { recipe, pair } };
    }
  };
  return kinds.map((kind) =>
    cell("L4", "two spellings of another answer", kind, (seed) => {
      const three = drawThree(different, equal, kind, seed);
      return three && caseOf(three, make, simpler);
    }),
  );
}

const alike = (first: string, second: string): { readonly expected: string; readonly actual: string } => ({
  expected: `${first}, as the other spelling`,
  actual: second,
});

/** How far the numbers of a chain lie apart, relative to them. */
const STEPS = [0.3, 0.1, 0.03, 0.009, 9e-4, 9e-5, 9e-6] as const;

/** L6: three numbers, each near the next; and three answers, of which two are equal. */
export function transitivityCells({ policy, kinds, state, item }: SuiteContext): readonly Cell[] {
  const chain = (answers: readonly [string, string, string]): Omit<Case, "simpler"> => {
    const [a, b, c] = answers;
    return {
      items: [item(state(b), a), item(state(c), b), item(state(c), a)],
      shown: 2,
      trace: [],
      judge: judgeChain(policy.threshold),
    };
  };
  const steps = STEPS.filter((step) => step > policy.tolerance).map((step) =>
    cell("L6", `numbers that are ${step} apart`, "trap", () => {
      const [a, b, c] = [1, 1 + step, 1 + 2 * step].map((value) => value.toFixed(8)) as [
        string,
        string,
        string,
      ];
      return { ...chain([a, b, c]), simpler: () => [] };
    }),
  );
  const equal = createPairSource({ relation: "equivalent", kinds, policy });
  const drawn = kinds.map((kind) =>
    cell("L6", "an answer, its equal, and a third", kind, (seed) => {
      const random = createRandom(seed);
      const pair = equal.draw(random, kind)?.pair;
      const { generate, print } = kindOf(kind);
      const third = print(generate(random), PLAIN_STYLE);
      return pair && { ...chain([pair.goldLatex, pair.candidateLatex, third]), simpler: () => [] };
    }),
  );
  return [...steps, ...drawn];
}

const judgeChain =
  (threshold: number): Case["judge"] =>
  (outcomes) => {
    const [first, second, whole] = outcomes.map((outcome) => isAccepted(outcome, threshold));
    if (!first || !second || whole) return undefined;
    return {
      type: "asymmetry",
      expected: "accepted, as each step to it is",
      actual: describeScore(outcomes[2]),
    };
  };
