import type { Registry } from "../../rewards/registry.js";
import type { ScoringContext } from "../../server/methods/score.js";

/** What scoring finds around it where nobody else is served. */
export function scoringContext(registry: Registry): ScoringContext {
  const { signal } = new AbortController();
  return { registry, receivedAt: performance.now(), signal: () => signal, observer: {} };
}
