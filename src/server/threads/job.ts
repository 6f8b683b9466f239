import type { RewardErrorCode, RewardResult } from "../../core/index.js";
import type { Unit } from "../../score/index.js";
import type { RewardSpec } from "../../spec/index.js";
import type { WireColumns } from "../columns.js";
import type { WireCompletion } from "../completions.js";
import type { Board } from "./board.js";
import type { Slot } from "./slot.js";
import type { SharedTexts } from "./texts.js";

/** What a thread knows from its start. */
export interface ThreadData {
  /** Its number, from 1 on. */
  readonly thread: number;
  readonly slot: Slot;
  /** The files of the user's rewards. */
  readonly modules: readonly string[];
}

/** One reward of a request. The threads make it themselves, from what the request says. */
export interface Task {
  readonly specs: readonly RewardSpec[];
  /** Which of the rewards that the specs consist of, in the order of `leavesOf`. */
  readonly leaf: number;
  readonly completions: readonly WireCompletion[];
  readonly texts: SharedTexts;
  readonly columns: WireColumns;
}

/** Units of a task that lie ready for any thread. */
export interface Job extends Task {
  /** Above 0. */
  readonly id: number;
  readonly units: readonly Unit[];
  readonly board: Board;
  readonly itemTimeoutMs: number | null;
}

/** What a thread is told. */
export type Order = { readonly begin: Job } | { readonly cancel: number };

/** A unit by its position in `units`, its results, and the milliseconds that they took. */
export type ScoredUnit = readonly [at: number, results: readonly RewardResult[], ms: number];

/** What a thread says of a job: what is scored, or why it cannot be done. */
export type Report =
  | { readonly job: number; readonly scored: readonly ScoredUnit[] }
  | { readonly job: number; readonly problem: Problem };

/** An error, in a form that crosses threads: the code is there if the caller made the mistake. */
export interface Problem {
  readonly message: string;
  readonly code: RewardErrorCode | null;
}
