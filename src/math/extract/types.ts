import type { Box } from "../../text/boxes.js";
import type { Span } from "../../text/span.js";
import type { ThinkingMode } from "../../text/thinking.js";

/** How answers are found: the forms in which completions state them. */
export const EXTRACTION_METHODS = [
  "boxed",
  "answer_tag",
  "json",
  "final_sentence",
  "marked",
  "math_span",
  "bold",
  "choice",
  "last_number",
  "whole",
] as const;

/** How an answer was found. */
export type ExtractionMethod = (typeof EXTRACTION_METHODS)[number];

/** An answer cut from a text: what it says, where it stands, and how it was found. */
export interface ExtractedAnswer {
  /** What the answer says, without math delimiters, emphasis and escapes. */
  readonly text: string;
  /** UTF-16 offsets into the text that was searched, from the answer's first character to its last. */
  readonly span: Span;
  readonly method: ExtractionMethod;
  /** The contents of several boxes of one sentence, in order; `text` joins them by `", "`, or `" or "`. */
  readonly parts?: readonly string[];
}

/** What counts as a final answer. */
export interface ExtractOptions {
  /**
   * Where the thinking ends: `"auto"` (default) as think tags stand; `"prefilled"` if the prompt has opened `<think>`,
   * so that a text without `</think>` is a truncated thought; `"none"` if think tags mean nothing.
   */
  readonly thinking?: ThinkingMode;
  /** Of several different final answers, take the `"last"` (default), or `"reject"` them all. */
  readonly several?: "last" | "reject";
  /** Which forms count, in order of preference. */
  readonly methods?: readonly ExtractionMethod[];
  /** Whether the last number of a text that has no other form is its answer. Off by default: it pays any number. */
  readonly lastNumber?: boolean;
}

/** An answer within the part of a text that was searched. */
export type Finding = Omit<ExtractedAnswer, "method">;

/** What a reader sees of the part of a completion that is the answer. */
export interface AnswerPart {
  readonly text: string;
  /** Where it begins in the completion. */
  readonly start: number;
  /** The boxes that the text does not deny; more than one finder asks for them. */
  readonly boxes: () => readonly Box[];
}

/** What a finder is asked. */
export interface Question {
  readonly several: "last" | "reject";
  /** The boxes of the text, if they have been looked for already. */
  readonly boxes?: () => readonly Box[];
}

/**
 * Looks for an answer of one form. `undefined`: the form is not there, the next one is tried. `null`: it is there and
 * holds no answer, so that there is none.
 */
export type Finder = (text: string, question: Question) => Finding | null | undefined;
