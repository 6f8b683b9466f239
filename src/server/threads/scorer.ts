import type { Order, Report } from "./job.js";
import type { Activity } from "./slot.js";

/** A thread or a process that scores, as those see it who start, watch and end it. */
export interface Scorer {
  /** By which the claims on a board are told apart. */
  readonly number: number;
  /** What it is at; of one that is gone, what it was at last. */
  readonly activity: () => Activity | null;
  readonly tell: (order: Order) => void;
  /** Ends it, whatever it is doing; resolves when it is gone. */
  readonly end: () => Promise<unknown>;
}

/** Starts a scorer, which does not keep this process alive. */
export type StartScorer = (options: {
  readonly number: number;
  /** The files of the user's rewards. */
  readonly modules: readonly string[];
  readonly onReport: (report: Report) => void;
  readonly onExit: () => void;
}) => Scorer;

/** A reward that fills more ends its scorer, not the server. */
export const HEAP_MB = 2048;
