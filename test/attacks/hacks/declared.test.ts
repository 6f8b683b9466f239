import { describe, expect, it } from "vitest";
import {
  accuracy,
  cosineScaled,
  exactMatch,
  gsm8kAnswer,
  listMatch,
  multiply,
  numericMatch,
  reasoningAccuracy,
} from "../../../src/index.js";
import { scoreWith } from "../../unit/rewards/scored-columns.js";
import { DECLARED } from "./declared.js";
import { DISAGREEING } from "./knowing.js";

describe("a hack scores what the policy declares", () => {
  it.each(DECLARED)("%s by %o, for %s: %j", async (_id, reward, solution, answers, score) => {
    const scores = await Promise.all(
      answers.map((answer) => scoreWith(reward, `<answer>${answer}</answer>`, { solution })),
    );
    expect(scores).toEqual(answers.map(() => score));
  });
});

describe("K52: two forms that disagree pay nothing", () => {
  it.each(
    [
      accuracy(),
      accuracy({ preset: "trl" }),
      exactMatch(),
      numericMatch(),
      listMatch(),
      multiply(),
      gsm8kAnswer(),
    ].map((reward) => [reward.name, reward] as const),
  )("from %s", async (_name, reward) => {
    for (const text of DISAGREEING) expect(await scoreWith(reward, text, { solution: "42" }), text).toBe(0);
  });

  it("from cosine_scaled and reasoning_accuracy", async () => {
    for (const text of DISAGREEING) {
      expect(await scoreWith(cosineScaled(), text, { solution: "42" }), text).toBeLessThan(-0.5);
      expect(await scoreWith(reasoningAccuracy(), `</think>${text}`, { solution: "42" }), text).toBe(0);
    }
  });
});
