import { describe, expect, it } from "vitest";
import { checkReward } from "../../src/testing/index.js";
import { REWARD_MUTANTS } from "../testing/reward-mutants/index.js";

const first = Number(process.env.FC_SEED ?? 1);
const SEEDS = [0, 1, 2, 3, 4].map((more) => first + more);

describe("the kit finds the fault of the reward", () => {
  it.each(REWARD_MUTANTS)("$title", async ({ create, options }) => {
    for (const seed of SEEDS) {
      const { findings } = await checkReward(create(), {
        ...options,
        seed,
        stopAfter: 1,
        shrinkEvaluations: 0,
      });
      expect(findings, `seed ${seed}`).not.toEqual([]);
    }
  });
});
