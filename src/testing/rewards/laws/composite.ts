import { createRandom, type Random } from "../../random.js";
import { type Case, type Cell, describeScore, fixedCase } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import type { VerifierItem } from "../../verifier/target.js";
import { atMostSecond, compare, earns, sameAsSecond } from "../context.js";
import { PART_SCORES } from "../target.js";
import type { CompositeTraits } from "../traits.js";

type Scores = readonly (number | null)[];

const VALUES = [0, 1, 0.5, -1, 0.25, 2, -0.75];
/** How often what costs nothing is drawn in a round. */
const DRAWS = [0, 1, 2, 3];
/** By how much the condition of a gate fails. */
const SHORTFALLS = [1, 0.5, 0.01];

/** What the parts scored, in the place of a completion. */
const itemOf = (scores: Scores): VerifierItem => ({
  completion: JSON.stringify(scores),
  gold: "",
  prompt: "",
  columns: { [PART_SCORES]: scores },
});

const drawScores = (random: Random, parts: number): readonly number[] =>
  Array.from({ length: parts }, () => random.pick(VALUES));

/** Parts that score 0, or 1, instead: two are changed at a time only where one does not do. */
function* simplerScores(scores: Scores): Generator<Scores> {
  for (const [at, score] of scores.entries()) {
    for (const small of [0, 1]) if (score !== null && String(score).length > 1) yield scores.with(at, small);
  }
}

const none: Case["judge"] = ([outcome]) =>
  outcome?.type === "score" && outcome.score !== null
    ? { type: "contract", expected: "null", actual: describeScore(outcome) }
    : undefined;

/** Σ of weight times score over the parts that have one. */
const sumOf = (scores: Scores, weights: readonly number[]): number =>
  scores.reduce<number>((sum, score, i) => sum + (score ?? 0) * (weights[i] ?? 0), 0);

/** What is asked of compositions, of so many parts. */
export function compositeCells(
  parts: number,
  { weights, nulls = "skip", gate }: CompositeTraits,
): readonly Cell[] {
  return [
    ...(weights === undefined ? [] : sumCells(weights)),
    ...(weights === undefined || nulls === "any" ? [] : nullCells(weights, nulls)),
    ...(gate === undefined ? [] : gateCells(parts, gate)),
    cell("W3", "no part has a score", "trap", () => fixedCase([itemOf(Array<null>(parts).fill(null))], none)),
  ];
}

/** Scores on which a sum that is cut off or scaled shows itself, by the part's weight. */
const TELLING_SCORES: readonly (readonly [title: string, score: (weight: number) => number])[] = [
  ["nothing", () => 0],
  ["all parts", () => 1],
  ["as much as can be", (weight) => (weight > 0 ? 2 : -2)],
  ["as little as can be", (weight) => (weight > 0 ? -2 : 2)],
];

/** W1, W4: the sum itself, and what a better part does to it. */
const sumCells = (weights: readonly number[]): readonly Cell[] => [
  ...DRAWS.map((i) =>
    cell("W1", `the weighted sum, ${i}`, "scores", (seed) =>
      caseOf<Scores>(
        drawScores(createRandom(seed), weights.length),
        (scores) => compare([itemOf(scores)], earns(sumOf(scores, weights))),
        simplerScores,
      ),
    ),
  ),
  ...TELLING_SCORES.map(([title, score]) =>
    cell("W1", title, "trap", () =>
      caseOf<Scores>(
        weights.map(score),
        (scores) => compare([itemOf(scores)], earns(sumOf(scores, weights))),
        simplerScores,
      ),
    ),
  ),
  ...weights.map((weight, at) =>
    cell("W1", `part ${at} alone`, "trap", () =>
      fixedCase([itemOf(weights.map((_, i) => Number(i === at)))], earns(weight)),
    ),
  ),
  ...weights.map((weight, at) =>
    cell("W4", `part ${at}`, "scores", (seed) => {
      const random = createRandom(seed);
      return caseOf<Scores>(
        drawScores(random, weights.length),
        (scores) => {
          const better = scores.with(at, (scores[at] ?? 0) + 1);
          const [less, more] = weight < 0 ? [better, scores] : [scores, better];
          return compare([itemOf(less), itemOf(more)], atMostSecond);
        },
        simplerScores,
      );
    }),
  ),
];

/** W2: one part, at least, has no score, and one has. */
const nullCells = (weights: readonly number[], nulls: "skip" | "propagate"): readonly Cell[] =>
  weights.length < 2
    ? []
    : weights.map((_, at) =>
        cell("W2", `part ${at} has none`, "scores", (seed) =>
          caseOf<Scores>(
            drawScores(createRandom(seed), weights.length)
              .with(at, NaN)
              .map((score) => (Number.isNaN(score) ? null : score)),
            (scores) =>
              compare([itemOf(scores)], nulls === "propagate" ? none : earns(sumOf(scores, weights))),
            simplerScores,
          ),
        ),
      );

/** W5: below the threshold the rest does not matter; from it on the condition does not. */
function gateCells(
  parts: number,
  { threshold, otherwise }: NonNullable<CompositeTraits["gate"]>,
): readonly Cell[] {
  const rest = (seed: number): Scores => drawScores(createRandom(seed), parts - 1);
  const failing = (scores: Scores, shortfall: number): Case =>
    caseOf(
      scores,
      (others) => compare([itemOf([threshold - shortfall, ...others])], earns(otherwise, "exploit")),
      simplerScores,
    );
  const passing: Cell["draw"] = (seed) =>
    caseOf(
      rest(seed),
      (scores) => compare([itemOf([threshold, ...scores]), itemOf([threshold + 1, ...scores])], sameAsSecond),
      simplerScores,
    );
  return [
    ...SHORTFALLS.flatMap((shortfall) => [
      cell("W5", `fails by ${shortfall}`, "scores", (seed) => failing(rest(seed), shortfall)),
      cell("W5", `fails by ${shortfall}, all else does well`, "trap", () =>
        failing(Array<number>(parts - 1).fill(1), shortfall),
      ),
    ]),
    cell("W5", "passes", "scores", passing),
    ...(parts < 2
      ? []
      : [
          cell("W5", "passes, for the rest", "scores", (seed) => {
            const [first = 0, ...others] = rest(seed) as readonly number[];
            const items = [first, first + 1].map((score) => itemOf([threshold, score, ...others]));
            return fixedCase(items, differs);
          }),
        ]),
    cell("W5", "has no score", "trap", () =>
      fixedCase([itemOf([null, ...Array<number>(parts - 1).fill(1)])], none),
    ),
  ];
}

const differs: Case["judge"] = (outcomes) =>
  sameAsSecond(outcomes) === undefined
    ? { type: "contract", expected: "what the rest earns", actual: describeScore(outcomes[0]) }
    : undefined;
