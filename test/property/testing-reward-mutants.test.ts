import { describe, expect, it } from "vitest";
import { checkReward, type RewardCheckOptions } from "../../src/testing/index.js";
import { REWARD_MUTANTS } from "../testing/reward-mutants/index.js";

const first = Number(process.env.FC_SEED ?? 1);
/** Programs that judge programs are asked the same for any seed, but for their order. */
const seedsOf = ({ kind }: RewardCheckOptions): readonly number[] =>
  (kind === "code" ? [0] : [0, 1, 2, 3, 4]).map((more) => first + more);

describe("the kit finds the fault of the reward", () => {
  it.each(REWARD_MUTANTS)("$title", async ({ create, options }) => {
    for (const seed of seedsOf(options)) {
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
