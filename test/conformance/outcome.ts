import { RewardError } from "../../src/index.js";
import { advantagesOf } from "./advantages.js";
import { textScores } from "./text-rewards.js";
import type { Outcome, Vector } from "./vectors.js";

/** What this library makes of a vector. */
export async function outcomeOf(vector: Vector): Promise<Outcome> {
  try {
    return vector.reward.endsWith("_advantages") ? advantagesOf(vector) : await textScores(vector);
  } catch (error) {
    if (error instanceof RewardError) return error.code;
    throw error;
  }
}
