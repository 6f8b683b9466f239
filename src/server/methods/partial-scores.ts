import type { RewardResult, Score } from "../../core/index.js";
import { wireJson } from "../wire-json.js";
import type { Notify } from "./method.js";

/** Scores that are known before the reply. */
export interface PartialScores {
  readonly add: (reward: string, rows: readonly number[], results: readonly RewardResult[]) => void;
  /** Sends what has not been sent, before the reply. */
  readonly flush: () => void;
}

interface Unsent {
  readonly rows: number[];
  readonly scores: Score[];
}

/** What comes within so long is sent together. */
const INTERVAL_MS = 20;

/**
 * Sends scores in notifications `score/partial`. A client that reads too slowly gets fewer and larger ones, and of the
 * last perhaps none: the reply has all scores in any case.
 *
 * @param cancelled of a request that is, nothing more is sent
 */
export function createPartialScores(request: unknown, notify: Notify, cancelled: AbortSignal): PartialScores {
  const unsent = new Map<string, Unsent>();
  let last = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    last = performance.now();
    clearTimeout(timer);
    timer = undefined;
    if (cancelled.aborted) return;
    for (const [reward, { rows, scores }] of [...unsent]) {
      const params = { id: request, reward, rows, scores };
      if (!notify(wireJson({ jsonrpc: "2.0", method: "score/partial", params }))) return;
      unsent.delete(reward);
    }
  };
  const add: PartialScores["add"] = (reward, rows, results) => {
    const open = unsent.get(reward) ?? { rows: [], scores: [] };
    unsent.set(reward, open);
    open.rows.push(...rows);
    open.scores.push(...rows.map((_, i) => results[i]?.score ?? null));
    if (performance.now() - last > INTERVAL_MS) flush();
    // The next score may be long in coming.
    else timer ??= setTimeout(flush, INTERVAL_MS);
  };
  return { add, flush };
}
