import type { Outcome, VerifierItem } from "../../../testing/index.js";
import type { RewardTraits } from "../../../testing/rewards/target.js";
import type { Target } from "../target.js";

/** Version of the protocol between an audit and what it audits. */
export const AUDIT_PROTOCOL = 2;

/** How completions are handed to a reward in Python: as texts, or as conversations. */
export type CompletionForm = "auto" | "texts" | "messages";

/** What is loaded, and how it is asked. */
export interface InitializeParams {
  readonly protocol: typeof AUDIT_PROTOCOL;
  readonly target: Target;
  /** A verifier is asked about a completion and its reference, a reward about completions and the columns of their rows. */
  readonly as: "verifier" | "reward";
  /** The options of a reward that is made by its factory. */
  readonly options: object | null;
  /** Of a verifier: the column that holds the reference; `null` for all usual ones. */
  readonly goldColumn: string | null;
  readonly completions: CompletionForm;
  /** What it is asked first, so that what is loaded late takes its time before anything is timed. */
  readonly probe: VerifierItem;
  readonly memoryMb: number;
}

/** What is asked in one go: each call takes so many of the items, in order, and the last ones begin at the same time. */
export interface AskedQuestion {
  readonly items: readonly VerifierItem[];
  readonly calls: readonly number[];
  readonly atOnce: number;
  readonly observed: boolean;
}

/** Asks the questions; each item is answered by a notification `score/outcome`, in order, as soon as it is judged. */
interface ScoreParams {
  readonly questions: readonly AskedQuestion[];
}

/**
 * JSON-RPC 2.0, with the roles of the library's own protocol swapped: the audit asks, the process of the reward answers.
 */
export type Request = { readonly jsonrpc: "2.0"; readonly id: number } & (
  | { readonly method: "initialize"; readonly params: InitializeParams }
  | { readonly method: "score"; readonly params: ScoreParams }
);

/** What is told of a target once it is loaded; of a function, nothing is known. */
export interface Loaded {
  readonly traits?: RewardTraits;
}

export type Reply =
  | { readonly jsonrpc: "2.0"; readonly method: "score/outcome"; readonly params: Outcome }
  | { readonly jsonrpc: "2.0"; readonly id: number; readonly result: Loaded }
  | { readonly jsonrpc: "2.0"; readonly id: number; readonly error: { readonly message: string } };

/** How a process ended: one of both is not null. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * Told by a process that forks once its target is loaded, and again whenever a fork has ended: the new fork answers from
 * now on. `ended` is the end of the one before it; `null` of the first.
 */
export interface Started {
  readonly jsonrpc: "2.0";
  readonly method: "process/started";
  readonly params: { readonly pid: number; readonly ended: ProcessEnd | null };
}
