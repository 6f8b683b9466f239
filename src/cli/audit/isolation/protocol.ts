import type { Outcome, Question } from "../../../testing/index.js";
import type { Target } from "../target.js";

/** Version of the protocol between an audit and what it audits. */
export const AUDIT_PROTOCOL = 1;

/** What is loaded, and how references reach it. */
export interface InitializeParams {
  readonly protocol: typeof AUDIT_PROTOCOL;
  readonly target: Target;
  /** The column that holds the reference; `null` for all usual ones. */
  readonly goldColumn: string | null;
  readonly memoryMb: number;
}

/** Asks the questions; each item is answered by a notification `score/outcome`, in order, as soon as it is judged. */
interface ScoreParams {
  readonly questions: readonly Question[];
}

/**
 * JSON-RPC 2.0, with the roles of the library's own protocol swapped: the audit asks, the process of the reward answers.
 */
export type Request = { readonly jsonrpc: "2.0"; readonly id: number } & (
  | { readonly method: "initialize"; readonly params: InitializeParams }
  | { readonly method: "score"; readonly params: ScoreParams }
);

export type Reply =
  | { readonly jsonrpc: "2.0"; readonly method: "score/outcome"; readonly params: Outcome }
  | { readonly jsonrpc: "2.0"; readonly id: number; readonly result: object }
  | { readonly jsonrpc: "2.0"; readonly id: number; readonly error: { readonly message: string } };
