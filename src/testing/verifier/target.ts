/** One completion to judge. */
export interface VerifierItem {
  readonly completion: string;
  readonly gold: string;
  readonly prompt: string;
}

/** What a verifier says: a score, or `null` if it cannot tell. */
export type VerifierScore = number | boolean | null | { readonly score: number | null };

/** A verifier under test: a function of one completion, or of many at once. */
export type VerifierTarget =
  | ((
      completion: string,
      gold: string,
      context: { readonly prompt: string },
    ) => VerifierScore | Promise<VerifierScore>)
  | {
      readonly scoreBatch: (
        items: readonly VerifierItem[],
      ) => readonly VerifierScore[] | Promise<readonly VerifierScore[]>;
    };

/** How a call ended. */
export type Outcome =
  | { readonly type: "score"; readonly score: number | null }
  | { readonly type: "crash"; readonly message: string }
  /** It took longer than allowed; in this thread that is seen only afterwards. */
  | { readonly type: "hang" }
  /** What came back is no score. */
  | { readonly type: "invalid"; readonly message: string };

/** Scores items, whatever the verifier does. */
export type Scorer = (items: readonly VerifierItem[]) => Promise<readonly Outcome[]>;

function toOutcome(value: unknown): Outcome {
  if (typeof value === "boolean") return { type: "score", score: value ? 1 : 0 };
  if (value === null) return { type: "score", score: null };
  if (typeof value === "number") {
    return Number.isFinite(value)
      ? { type: "score", score: value }
      : { type: "invalid", message: `the score ${value}` };
  }
  if (typeof value === "object" && "score" in value) return toOutcome(value.score);
  return { type: "invalid", message: `a ${typeof value} instead of a score` };
}

const message = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);

/** Runs one call, and takes what it throws for its outcome. */
async function attempt(call: () => unknown, limitMs: number): Promise<Outcome> {
  const started = performance.now();
  try {
    const outcome = toOutcome(await call());
    return performance.now() - started > limitMs ? { type: "hang" } : outcome;
  } catch (error) {
    return { type: "crash", message: message(error) };
  }
}

/** A scorer that calls the verifier in this thread. */
export function createScorer(target: VerifierTarget, limitMs: number): Scorer {
  if (typeof target === "function") {
    return async (items) => {
      const outcomes: Outcome[] = [];
      for (const { completion, gold, prompt } of items) {
        outcomes.push(await attempt(() => target(completion, gold, { prompt }), limitMs));
      }
      return outcomes;
    };
  }
  return async (items) => {
    try {
      const scores = await target.scoreBatch(items);
      if (!Array.isArray(scores) || scores.length !== items.length) {
        const found = Array.isArray(scores) ? `${scores.length} scores` : "no list";
        return items.map(() => ({ type: "invalid", message: `${found} for ${items.length} completions` }));
      }
      return scores.map(toOutcome);
    } catch (error) {
      return items.map(() => ({ type: "crash", message: message(error) }));
    }
  };
}
