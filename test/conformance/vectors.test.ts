import { describe, expect, it } from "vitest";
import { estimators } from "./advantages.js";
import { definedHere, deviations } from "./deviations.js";
import { outcomeOf } from "./outcome.js";
import { accuracies, textRewards } from "./text-rewards.js";
import { conforms, expectedValues, type Vector, vectors } from "./vectors.js";

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
  const conforming = titled(each.filter(({ id }) => !listed.has(id)));

  it.each(conforming)("%s", async (_title, vector) => {
    const outcome = await outcomeOf(vector);
    expect(conforms(vector, outcome), JSON.stringify({ outcome, expected: vector.expected })).toBe(true);
  });
});

describe("deviations", () => {
  const deviating = titled(vectors.filter(({ id }) => listed.has(id)));

  it.each(deviating)("%s", async (_title, vector) => {
    expect(await outcomeOf(vector)).toEqual(listed.get(vector.id));
  });

  const returning = deviating.filter(([, vector]) => expectedValues(vector) !== null);

  it.each(returning)("is not stale: %s", async (_title, vector) => {
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
    const raised = vectors.filter((vector) => expectedValues(vector) === null).map(({ id }) => id);
    expect(idsOf(definedHere).sort()).toEqual(raised.sort());
    expect(idsOf(deviations).filter((id) => raised.includes(id))).toEqual([]);
  });

  it("are few", () => {
    const count = deviations.flatMap(({ returns }) => Object.keys(returns)).length;
    expect(count / vectors.length).toBeLessThan(0.04);
  });
});

describe("the vectors", () => {
  it("are all there, each once", () => {
    const ids = vectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.fromEntries([...byReward].map(([reward, each]) => [reward, each.length]))).toEqual({
      "dapo.soft_overlong_eq13": 21,
      "kimi.length_reward": 21,
      "open_r1.cosine_scaled": 32,
      "open_r1.format": 57,
      "open_r1.len": 24,
      "open_r1.soft_overlong_punishment": 25,
      "open_r1.tag_count": 57,
      "trl.async_grpo_advantages": 24,
      "trl.cosine_scaled": 30,
      "trl.grpo_advantages": 97,
      "trl.rloo_advantages": 71,
      "trl.soft_overlong_punishment": 24,
      "trl.think_format": 64,
    });
  });

  it("are used by every adapter", () => {
    const adapters = [...Object.keys(textRewards), ...Object.keys(estimators)];
    expect(adapters.sort()).toEqual([...byReward.keys()].sort());
  });

  it("assume the verdicts that this library's accuracy gives", async () => {
    const judged = vectors.filter(({ inputs }) => inputs.is_correct !== undefined);
    expect(judged.length).toBeGreaterThan(90);
    for (const vector of judged) {
      const { is_correct = [], gold_parseable } = vector.inputs;
      const assumed = is_correct.map((isCorrect, row) =>
        isCorrect === null || gold_parseable?.[row] === false ? null : Number(isCorrect),
      );
      expect(await accuracies(vector), vector.id).toEqual(assumed);
    }
  });
});
