import { describe, expect, it } from "vitest";
import {
  accuracy,
  answerFormat,
  cosineScaled,
  exactMatch,
  knightsAndKnaves,
  llmJudge,
  perTurn,
  remote,
  softOverlongPunishment,
  tagCount,
  truncationPenalty,
  xmlCount,
} from "../../../src/index.js";
import { builtinRewards } from "../../../src/rewards/index.js";

describe("the range of a reward", () => {
  it.each([
    ["accuracy", accuracy(), [0, 1]],
    ["the weights of blocks", answerFormat({ thinkWeight: 1, answerWeight: 2 }), [0, 3]],
    ["a format that pays more than the answer", exactMatch({ formatScore: 3 }), [0, 3]],
    ["a format that costs", exactMatch({ formatScore: -1 }), [-1, 1]],
    ["Will Brown's correctness", exactMatch({ preset: "will-brown" }), [0, 2]],
    ["an option over a preset", exactMatch({ preset: "will-brown", score: 5 }), [0, 5]],
    ["values of the cosine", cosineScaled({ minValueWrong: -4, maxValueCorrect: 2 }), [-4, 2]],
    ["Logic-RL", knightsAndKnaves({ preset: "logic-rl" }), [-3, 3]],
    ["a penalty", truncationPenalty({ preset: "open-instruct" }), [-10, 0]],
    ["a penalty that goes on", softOverlongPunishment({ preset: "verl" }), [null, 0]],
    ["a step, which does not", softOverlongPunishment({ preset: "verl", cache: 0 }), [-1, 0]],
    ["charges without a floor", xmlCount({ preset: "will-brown" }), [null, 0.5]],
    ["a server's scores", remote({ url: "http://localhost", min: -5, max: 5 }), [-5, 5]],
    [
      "criteria of either sign",
      llmJudge({
        model: "m",
        baseUrl: "http://localhost",
        rubric: [
          { criterion: "a", weight: 3 },
          { criterion: "b", weight: -1 },
        ],
      }),
      [-0.25, 0.75],
    ],
    ["the last turn", perTurn(tagCount(), { aggregate: "last" }), [0, 1]],
    ["the sum of any number of turns", perTurn(tagCount()), undefined],
  ])("follows from its options: %s", (_, { range }, expected) => {
    expect(range).toEqual(expected);
  });

  it.each(builtinRewards.map(({ info }) => [info.name, info] as const))(
    "%s is told by default and for every preset that moves it",
    (_, { range, presets, presetRanges }) => {
      expect(range?.every(Number.isFinite)).toBe(true);
      for (const [preset, other] of Object.entries(presetRanges)) {
        expect(Object.keys(presets)).toContain(preset);
        expect(other).not.toEqual(range);
      }
    },
  );
});
