import type { JsonSchema } from "../../schema/index.js";
import type { TrainerScorer } from "./score-samples.js";

/** What a route may use besides its request's body. */
interface TrainerContext {
  /** The reward that the URL names, or the server's default where it names none. */
  readonly reward: string;
  readonly score: TrainerScorer;
  /** What a trainer that cannot carry `null` gets in its place. */
  readonly noneValue: number;
}

/** One URL of a trainer's reward protocol: JSON in, JSON out. */
export interface TrainerRoute<Body = never> {
  readonly method: "GET" | "POST";
  /** The path; `:reward` in it stands for a reward's name. */
  readonly path: string;
  /** What a body must be; what is not is answered with status 400 and the reason. */
  readonly body?: JsonSchema;
  readonly handle: (body: Body, context: TrainerContext) => unknown;
}
