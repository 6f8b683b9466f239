import { mutantsOf, type RewardMutant } from "./mutant.js";

type Scores = readonly (number | null)[];
type Combine = (scores: Scores) => number | null;

const WEIGHTS = [1, 0.25, -0.5];
const mutant = mutantsOf("sum", { kind: "composite", composite: { weights: WEIGHTS } });
const of = (title: string, combine: Combine): RewardMutant =>
  mutant(title, () => ({ kind: "composite", parts: [], combine }));

const isScore = (score: number | null): score is number => score !== null;
/** Σ of weight times score over the parts that have one. */
const sum = (scores: Scores, weights: readonly number[] = WEIGHTS): number | null =>
  scores.some(isScore)
    ? scores.reduce<number>((total, score, i) => total + (score ?? 0) * (weights[i] ?? 0), 0)
    : null;
const changed =
  (change: (total: number, scores: Scores) => number | null): Combine =>
  (scores) => {
    const total = sum(scores);
    return total === null ? null : change(total, scores);
  };

const gateOf = mutantsOf("gate", { kind: "composite", composite: { gate: { threshold: 1, otherwise: 0 } } });
const gate = (title: string, combine: Combine): RewardMutant =>
  gateOf(title, () => ({ kind: "composite", parts: [], combine }));

export const SUMS: readonly RewardMutant[] = [
  of("weights in another order", (scores) => sum(scores, WEIGHTS.toReversed())),
  of("weights left out", (scores) => sum(scores, [1, 1, 1])),
  of("weights without their sign", (scores) => sum(scores, WEIGHTS.map(Math.abs))),
  of("the last part left out", (scores) => sum(scores, WEIGHTS.slice(0, 2))),
  of(
    "divided by the weights",
    changed((total) => total / 0.75),
  ),
  of(
    "divided by the parts",
    changed((total, scores) => total / scores.length),
  ),
  of(
    "never below zero",
    changed((total) => Math.max(0, total)),
  ),
  of(
    "never above one",
    changed((total) => Math.min(1, total)),
  ),
  of(
    "rounded",
    changed((total) => Math.round(total * 10) / 10),
  ),
  of(
    "a product",
    changed((_, scores) => scores.reduce<number>((product, score) => product * (score ?? 1), 1)),
  ),
  of(
    "scaled for missing parts",
    changed((total, scores) => (total * 3) / scores.filter(isScore).length),
  ),
  of("no score counts as zero", (scores) => sum(scores.map((score) => score ?? 0))),
  of("no score counts as one", (scores) => sum(scores.map((score) => score ?? 1))),
  of("no number without a score", (scores) => (scores.includes(null) ? NaN : sum(scores))),
  of("one without a score leaves all without", (scores) => (scores.includes(null) ? null : sum(scores))),
  of("zero is no score", (scores) => sum(scores.map((score) => (score === 0 ? null : score)))),
  mutant(
    "a required part is left out",
    () => ({ kind: "composite", parts: [], combine: (scores) => sum(scores) }),
    { composite: { weights: WEIGHTS, nulls: "propagate" } },
  ),
  gate("more than the threshold", ([first = null, second = null]) =>
    first === null ? null : first > 1 ? second : 0,
  ),
  gate("anything above zero", ([first = null, second = null]) =>
    first === null ? null : first > 0 ? second : 0,
  ),
  gate("no score passes", ([first = null, second = null]) => (first === null || first >= 1 ? second : 0)),
  gate("what fails keeps a half", ([first = null, second = null]) =>
    first === null ? null : first >= 1 ? second : (second ?? 0) / 2,
  ),
  gate("the condition is paid too", ([first = null, second = null]) =>
    first === null ? null : first >= 1 ? first + (second ?? 0) : 0,
  ),
  gate("the rest is never asked", ([first = null]) => (first === null ? null : first >= 1 ? 1 : 0)),
];
