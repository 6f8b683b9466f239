import type { RewardTarget } from "../../../src/testing/index.js";
import { each, mutantsOf, type RewardMutant } from "./mutant.js";

const mutant = mutantsOf("contract", { range: [0, 1] });
const of = (title: string, create: () => RewardTarget): RewardMutant => mutant(title, create);

const sound = (text: string, solution: unknown): number => Number(text.includes(`{${String(solution)}}`));
const all = (
  completions: readonly string[],
  { solution = [] }: Readonly<Record<string, readonly unknown[]>>,
): number[] => completions.map((text, i) => sound(text, solution[i]));

export const CONTRACTS: readonly RewardMutant[] = [
  of("no number for nothing", () => each((text) => (text.trim().length / text.length) * 0)),
  of("no bound", () => each((text) => text.length / 100)),
  of("below the least", () => each((text, solution) => sound(text, solution) - 0.01)),
  of("a text for a score", () => each((text, solution) => String(sound(text, solution)))),
  of("null for what has no box", () =>
    each((text, solution) => (text.includes("boxed") ? sound(text, solution) : null)),
  ),
  of("nothing at all", () => () => undefined),
  of("one score too few", () => (completions, columns) => all(completions, columns).slice(1)),
  of("one score for all", () => (completions, columns) => all(completions, columns).slice(0, 1)),
  of("in reverse", () => (completions, columns) => all(completions, columns).reverse()),
  of("sorted", () => (completions, columns) => all(completions, columns).sort()),
  of("divided by the best of the batch", () => (completions) => {
    const lengths = completions.map((text) => text.length);
    return lengths.map((length) => length / Math.max(1, ...lengths));
  }),
  of("the same text once", () => (completions, columns) => {
    const scores = all(completions, columns);
    return completions.map((text, i) => (completions.indexOf(text) < i ? 0 : (scores[i] ?? 0)));
  }),
  of("a counter", () => {
    let calls = 0;
    return each((text, solution) => sound(text, solution) * (++calls % 3 === 0 ? 0.5 : 1));
  }),
  of("a pattern that remembers where it was", () => {
    const pattern = /boxed/g;
    return each((text) => Number(pattern.test(text)));
  }),
  of("the completions trimmed in place", () => (completions, columns) => {
    completions.forEach((text, i) => (completions[i] = text.trim()));
    return all(completions, columns);
  }),
  of("the columns emptied", () => (completions, columns) => {
    const scores = all(completions, columns);
    (columns.solution as unknown[]).fill(null);
    return scores;
  }),
  of("throws for nothing", () =>
    each((text, solution) => {
      if (text.trim() === "") throw new Error("empty");
      return sound(text, solution);
    }),
  ),
  of("throws for half of a pair", () =>
    each((text, solution) => {
      encodeURIComponent(text);
      return sound(text, solution);
    }),
  ),
  of("a row without a reference is right", () =>
    each((text, solution) => (solution === null || solution === "" ? 1 : sound(text, solution))),
  ),
  mutant(
    "the first of a group is worth more",
    () => (completions, columns) =>
      all(completions, columns).map((score, i) => (i === 0 ? score : score / 2)),
    { isGroup: true },
  ),
  mutant(
    "ties go to the first",
    () => (completions, columns) => {
      const scores = all(completions, columns);
      return scores.map((score, i) => (scores.indexOf(score) === i ? score : 0));
    },
    { isGroup: true },
  ),
  of(
    "the reference of the first row for all",
    () =>
      (completions, { solution = [] }) =>
        completions.map((text) => sound(text, solution[0])),
  ),
  of("calls at the same time share a variable", () => {
    let asked: readonly string[] = [];
    return async (completions, columns) => {
      asked = completions;
      await Promise.resolve();
      return all(asked, columns);
    };
  }),
];
