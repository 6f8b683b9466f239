import { describe, expect, it } from "vitest";
import { accuracy, type SolutionColumns } from "../../src/index.js";
import { scores, scoresOfVector } from "./calls.js";
import { judgedSolution, tokenLengths } from "./measured.js";
import { adapters, conforms, definedHere, deviations, outcomeOf, vectors } from "./systems.js";
import { raised, type Vector } from "./vector.js";

const listed = new Map([...deviations, ...definedHere].flatMap(({ returns }) => Object.entries(returns)));
const byReward = new Map(
  [...new Set(vectors.map(({ reward }) => reward))].map((name) => [
    name,
    vectors.filter(({ reward }) => reward === name),
  ]),
);
const titled = (each: readonly Vector[]): [string, Vector][] =>
  each.map((vector) => [vector.note === undefined ? vector.id : `${vector.id}: ${vector.note}`, vector]);

describe.each([...byReward])("%s", (_reward, each) => {
  it.each(titled(each.filter(({ id }) => !listed.has(id))))("%s", async (_title, vector) => {
    const outcome = await outcomeOf(vector);
    expect(conforms(vector, outcome), JSON.stringify({ outcome, expected: vector.expected })).toBe(true);
  });
});

describe("deviations", () => {
  const deviating = titled(vectors.filter(({ id }) => listed.has(id)));

  it.each(deviating)("%s", async (_title, vector) => {
    expect(await outcomeOf(vector)).toEqual(listed.get(vector.id));
  });

  it.each(deviating.filter(([, vector]) => !raised(vector)))("is not stale: %s", async (_title, vector) => {
    expect(conforms(vector, await outcomeOf(vector))).toBe(false);
  });

  it("name vectors that exist, each once", () => {
    const ids = [...deviations, ...definedHere].flatMap(({ returns }) => Object.keys(returns));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !vectors.some((vector) => vector.id === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("tell calls that raised in the original from calls that returned", () => {
    const idsOf = (lists: typeof deviations): string[] =>
      lists.flatMap(({ returns }) => Object.keys(returns));
    const raisedIds = vectors.filter(raised).map(({ id }) => id);
    expect(idsOf(definedHere).sort()).toEqual(raisedIds.sort());
    expect(idsOf(deviations).filter((id) => raisedIds.includes(id))).toEqual([]);
  });

  it("are few", () => {
    const count = deviations.flatMap(({ returns }) => Object.keys(returns)).length;
    expect(count / vectors.length).toBeLessThan(0.03);
  });
});

describe("the vectors", () => {
  it("are all there, each once", () => {
    const ids = vectors.map(({ id }) => id);
    expect(ids).toHaveLength(3166);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are used by every adapter", () => {
    expect(Object.keys(adapters).sort()).toEqual([...byReward.keys()].sort());
  });

  it("assume the verdicts that this library's accuracy gives", async () => {
    const judged = vectors.filter(({ inputs }) => inputs.is_correct !== undefined);
    expect(judged.length).toBeGreaterThan(50);
    for (const vector of judged) {
      const { is_correct, gold_parseable } = vector.inputs as {
        is_correct: readonly (boolean | null)[];
        gold_parseable?: readonly boolean[];
      };
      const assumed = is_correct.map((isCorrect, row) =>
        isCorrect === null || gold_parseable?.[row] === false ? null : Number(isCorrect),
      );
      expect(await accuraciesOf(vector), vector.id).toEqual(assumed);
    }
  });
});

function accuraciesOf(vector: Vector): Promise<readonly (number | null)[]> {
  if (vector.inputs.completions === undefined) return scores(accuracy(), [tokenLengths(vector)]);
  return scoresOfVector<SolutionColumns>(accuracy(), vector, { solution: judgedSolution(vector, 0) });
}
