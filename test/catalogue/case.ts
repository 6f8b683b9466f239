import type { CompletionInput, GroupInput } from "../../src/index.js";

/** Any columns: a reward's own test says which it reads. */
export type Columns = Readonly<Record<string, unknown>>;

/** What the tests that run over every reward need to know of one. */
export interface CatalogueCase {
  /** Options without which the reward cannot be made. */
  readonly required?: object;
  /** Groups in which every option's other value changes a score. */
  readonly groups: readonly GroupInput<Columns>[];
  /** Another value than the default, for options whose schema does not offer one. */
  readonly others?: Readonly<Record<string, unknown>>;
  /** Options whose effect another test shows, and which one. */
  readonly shownElsewhere?: Readonly<Record<string, string>>;
  /** Values of its columns, good and bad, that property tests draw from beside any text. */
  readonly columns?: Readonly<Record<string, readonly unknown[]>>;
  /** Whether it calls a server: then the tests that score with it leave it to its own test. */
  readonly isRemote?: boolean;
}

/** Completions in several formats, with the answers 42 and 41, in several lengths. */
export const COMPLETIONS: readonly CompletionInput[] = [
  { text: "<think>\nr\n</think>\n<answer>\n42\n</answer>", tokenCount: 9000 },
  { text: "<think>r</think><answer>42</answer>", tokenCount: 13_000 },
  { text: "r\n</think>\n<answer>\n42\n</answer>", tokenCount: 15_000 },
  { text: `\\boxed{42}${"x".repeat(700)}`, tokenCount: 3 },
  { text: `\\boxed{42}${"x".repeat(2000)}`, tokenCount: 2 },
  { text: `\\boxed{41}${"x".repeat(700)}`, tokenCount: 600 },
  { text: `\\boxed{41}${"x".repeat(2000)}`, tokenCount: 40_000 },
];

/** Solutions, sound and unsound. */
export const SOLUTIONS: readonly unknown[] = [
  "42",
  "1/2",
  "\\boxed{42}",
  "#### 42",
  "B",
  "",
  "$$",
  null,
  42,
  1e21,
];

/** A case of a reward that reads no column, or only `solution`. */
export const plainCase: CatalogueCase = {
  groups: [{ columns: { solution: "42" }, completions: COMPLETIONS }],
  columns: { solution: SOLUTIONS },
};
