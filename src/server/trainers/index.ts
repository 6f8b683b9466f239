import { evalReward, evaluate } from "./eval-protocol.js";
import { reverifyMode, seedSession, verify } from "./nemo-gym.js";
import { aggregateMetrics } from "./nemo-gym-metrics.js";
import { openRlhf } from "./openrlhf.js";
import { slime } from "./slime.js";
import type { TrainerRoute } from "./trainer-route.js";

export { createTrainerScorer, type TrainerScorer } from "./score-samples.js";
export type { TrainerRoute } from "./trainer-route.js";

/** The reward protocols of the trainers that ask over plain HTTP. */
export const trainerRoutes: readonly TrainerRoute[] = [
  openRlhf,
  slime,
  seedSession,
  verify,
  aggregateMetrics,
  reverifyMode,
  evaluate,
  evalReward,
] as readonly TrainerRoute[];
