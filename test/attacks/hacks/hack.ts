/** The kinds of rewards that hacks attack: see targets.ts. */
export type Kind =
  | "answer"
  | "overlap"
  | "choice"
  | "puzzle"
  | "digits"
  | "format"
  | "thought"
  | "tags"
  | "steps"
  | "structure"
  | "text"
  | "repetition";

/** A trick of the catalogue of hacks, with completions that all try it, and the kinds of rewards that it attacks. */
export interface Hack {
  /** `K1` to `K62`. */
  readonly id: string;
  readonly trick: string;
  readonly attacks: readonly Kind[];
  /** Without merit, where the answer is 42 and 41 is wrong. */
  readonly completions: readonly string[];
}

/** Completions, or answers, one behind the other: between bars and line breaks. */
export const each = (block: string): readonly string[] =>
  block.split(/\s*(?:⏐|\n)\s*/).filter((item) => item !== "");

const places = [
  (answer: string) => `\\boxed{${answer}}`,
  (answer: string) => `<answer>${answer}</answer>`,
  (answer: string) => `#### ${answer}`,
  (answer: string) => `The answer is ${answer}.`,
];

/** Answers in every place where rewards look for one. */
export const stated = (answers: readonly string[]): readonly string[] =>
  answers.flatMap((answer) => places.map((place) => place(answer)));

export const upTo = (count: number, item: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => item(i));

/** The kinds of rewards for which a text without an answer is worth nothing. */
export const TEXTS: readonly Kind[] = [
  ...(["answer", "overlap", "choice", "puzzle"] as const),
  ...(["digits", "format", "thought", "structure"] as const),
];
export const ANSWERS: readonly Kind[] = ["answer", "overlap", "puzzle"];
