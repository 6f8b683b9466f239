import type { Node } from "./ast.js";
import { parse } from "./latex/index.js";
import { normalizeAnswer } from "./normalize.js";
import { type Numeral, parseNumeral } from "./numeral.js";
import { type Choice, parseChoice } from "./words/index.js";

/** Longer texts are prose: no choice is. */
const MAX_CHOICE_LENGTH = 300;

/** An answer in the forms that the tiers compare. Each form is made when a tier first asks for it. */
export interface Answer {
  /** As it was cut out. */
  readonly text: string;
  /** {@link normalizeAnswer} of the text. */
  readonly normalized: string;
  /** The number that it is, if it is a plain numeral. */
  readonly numeral: () => Numeral | null;
  /** The option of a multiple choice that it may name. */
  readonly choice: () => Choice | null;
  /** The expression that it is; `null` if it does not parse. */
  readonly node: () => Node | null;
  /** Why it does not parse. */
  readonly failure: () => string | null;
}

/** Wraps an answer's text. Nothing is parsed yet. */
export function createAnswer(text: string): Answer {
  const normalized = normalizeAnswer(text);
  let numeral: Numeral | null | undefined;
  let choice: Choice | null | undefined;
  let parsed: ReturnType<typeof parse> | undefined;
  const result = (): ReturnType<typeof parse> => (parsed ??= parse(text));
  return {
    text,
    normalized,
    numeral: () => (numeral === undefined ? (numeral = parseNumeral(normalized)) : numeral),
    choice: () => {
      if (choice === undefined) choice = text.length > MAX_CHOICE_LENGTH ? null : parseChoice(text);
      return choice;
    },
    node: () => {
      const node = result();
      return node.kind === "failure" ? null : node;
    },
    failure: () => {
      const failure = result();
      return failure.kind === "failure" ? failure.reason : null;
    },
  };
}
