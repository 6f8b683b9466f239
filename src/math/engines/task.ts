export type EngineName = "nerdamer" | "mathjs";

/** Where the free symbols of a comparison take their values. */
export type Domain = "complex" | "real" | "natural";

/** Two expressions in the syntax of each engine; `null` where they have none. */
export type PrintedPair = readonly [left: string, right: string] | null;

/** What the worker is sent: nothing but text that `printAscii` made. */
export interface EngineTask {
  readonly nerdamer: PrintedPair;
  readonly mathjs: PrintedPair;
  readonly numeric: readonly [left: string, right: string];
  /** The names of the free symbols. */
  readonly symbols: readonly string[];
  readonly domain: Domain;
  /** How many digits tell the two values apart if they are not equal. */
  readonly digits: number;
}

/** What the worker answers: who proved the equality, or `null`, and why. */
export interface EngineAnswer {
  readonly by: string | null;
  readonly reason: string;
}
