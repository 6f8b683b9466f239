export const REWARD_KINDS = [
  "format",
  "length",
  "repetition",
  "code",
  "judge",
  "composite",
  "countdown",
  "any",
] as const;

/** What a reward judges: it decides which laws are asked of it beside those of any reward. */
export type RewardKind = (typeof REWARD_KINDS)[number];

/** A row of a data set, with completions whose merit is known. */
export interface RewardTask {
  readonly prompt?: string;
  /** What the reward reads beside the completion, by name. */
  readonly columns?: Readonly<Record<string, unknown>>;
  /** Completions that are right: of code, those that pass all tests. */
  readonly right: readonly string[];
  /** Completions that are wrong in every respect: of code, those that pass no test. */
  readonly wrong: readonly string[];
  /** Completions that are right in part, which earn less than right ones. @default none */
  readonly partly?: readonly string[];
}

/** What a format asks for. The default is a `<think>` and an `<answer>` block whose tags have lines of their own. */
export interface FormatTraits {
  /** Writes a completion in the format. */
  readonly write?: (thought: string, answer: string) => string;
  /** The marks of the format, in their order. @default the XML tags that `write` writes */
  readonly tags?: readonly string[];
  /** Which parts may not be empty. @default ["thought", "answer"] */
  readonly filled?: readonly ("thought" | "answer")[];
  /** Whether text before and behind the template costs. @default "reject" */
  readonly around?: "reject" | "accept";
  /** Tags that may stand more than once. @default none */
  readonly repeatable?: readonly string[];
  /** Whether the blocks may change places. @default "fixed" */
  readonly order?: "fixed" | "free";
  /** Whether a prompt that ends with the first tag stands in for it. @default false */
  readonly prefilled?: boolean;
}

/** In what lengths are counted; a token is a run without white space. */
export type RewardUnit = "characters" | "utf16" | "bytes" | "words" | "tokens";

/** What length does to a score. `free`: it is not tested which way it goes. */
export type LengthTrend = "falling" | "rising" | "free";

/** Lengths with the scores that they earn. */
export type LengthPoints = readonly (readonly [length: number, score: number])[];

/** What a reward for length means to do. */
export interface LengthTraits {
  /** @default "characters", which are code points */
  readonly unit?: RewardUnit;
  /** What more length does to the score of right completions, and of wrong ones. @default "falling" for both */
  readonly trend?: { readonly right?: LengthTrend; readonly wrong?: LengthTrend };
  /** Beyond this length nothing changes. @default 1000 */
  readonly maxLength?: number;
  /** What some lengths earn. */
  readonly points?: { readonly right?: LengthPoints; readonly wrong?: LengthPoints };
}

/** What n-grams are made of. */
export type RepetitionUnitTrait = "words" | "spaced" | "tokens" | "characters";

/** What counts as repetition. */
export interface RepetitionTraits {
  /** `words`: however they are separated; `spaced`, `tokens`: what stands between white space. @default "words" */
  readonly unit?: RepetitionUnitTrait;
  /** How many make an n-gram. @default 3 */
  readonly ngramSize?: number;
}

/** Which program of several in a completion is judged. */
export interface CodeTraits {
  /** @default "last" */
  readonly blocks?: "first" | "last" | "any";
  /** The name behind the opening of a code fence. @default "python" */
  readonly language?: "python" | "javascript";
}

/** Where a reward for the countdown game finds an expression. */
export interface CountdownTraits {
  /** Writes a completion that answers with an expression. @default an `<answer>` element */
  readonly write?: (expression: string) => string;
  /** Whether every number has to be used, or some may be left. @default "all" */
  readonly use?: "all" | "some";
}

/** How scores of parts make one. */
export interface CompositeTraits {
  /** Of how many parts it is made; a reward that is called in this thread tells itself. @default the number of weights */
  readonly parts?: number;
  /** The weight of each part; without it, no sum is asked for. */
  readonly weights?: readonly number[];
  /** What a part without a score does: it is left out, or leaves the whole without one. @default "skip" */
  readonly nulls?: "skip" | "propagate" | "any";
  /** The first part is a condition: below the threshold the score is `otherwise`. */
  readonly gate?: { readonly threshold: number; readonly otherwise: number };
}
