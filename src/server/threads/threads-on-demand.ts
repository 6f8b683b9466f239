import { type Arenas, createArenas } from "../frames/arenas.js";
import type { ScoringThreads, ScoringThreadsOptions } from "./scoring-threads.js";

/** Threads that score, once somebody asks them to. */
export interface Threads extends ScoringThreads {
  readonly count: number;
  /** Where they are given texts that have come by lines: used again, since idle threads hold on to what they had. */
  readonly arenas: Arenas;
  /** Whether they have scored something, and what they are asked for begins at once. */
  readonly haveStarted: () => boolean;
}

/** Threads that start, in a hundred milliseconds and with some ten megabytes each, when they get their first task. */
export function threadsOnDemand(
  options: ScoringThreadsOptions,
): Threads & { readonly start: () => Promise<void> } {
  let threads: Promise<ScoringThreads> | undefined;
  let haveStarted = false;
  const get = (): Promise<ScoringThreads> => {
    threads ??= import("./scoring-threads.js").then(({ createScoringThreads }) =>
      createScoringThreads(options),
    );
    return threads;
  };
  return {
    count: options.threads,
    arenas: createArenas(),
    isolation: options.isolation ?? "thread",
    haveStarted: () => haveStarted,
    start: async () => {
      await get();
    },
    run: async (task, units, limits) => {
      const { run } = await get();
      const results = await run(task, units, limits);
      haveStarted = true;
      return results;
    },
    close: async () => (await threads)?.close(),
  };
}
