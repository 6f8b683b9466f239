import type { Registry } from "../../rewards/registry.js";
import type { ScoringContext } from "../../server/methods/score.js";

/** What scoring finds around it where nobody else is served. */
export const scoringContext = (registry: Registry): ScoringContext => ({
  registry,
  receivedAt: performance.now(),
  signal: new AbortController().signal,
  observer: {},
});
