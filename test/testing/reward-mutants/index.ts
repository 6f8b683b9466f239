import { CONTRACTS } from "./contracts.js";
import { FORMATS } from "./formats.js";
import { JUDGES } from "./judges.js";
import { LENGTHS } from "./lengths.js";
import type { RewardMutant } from "./mutant.js";
import { PROGRAMS } from "./programs.js";
import { PUZZLES } from "./puzzles.js";
import { REPETITIONS } from "./repetitions.js";
import { SUMS } from "./sums.js";

/** Rewards with one fault each: the kit has to find every one. */
export const REWARD_MUTANTS: readonly RewardMutant[] = [
  ...CONTRACTS,
  ...FORMATS,
  ...LENGTHS,
  ...REPETITIONS,
  ...PROGRAMS,
  ...JUDGES,
  ...SUMS,
  ...PUZZLES,
];
