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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Wraps an answer's text. Nothing is parsed yet. */
export function createAnswer(text: string): Answer {
  const normalized = normalizeAnswer(text);
  const parsed = once(() => parse(text));
  return {
    text,
    normalized,
    numeral: once(() => parseNumeral(normalized)),
    choice: once(() => (text.length > MAX_CHOICE_LENGTH ? null : parseChoice(text))),
    node: () => {
      const result = parsed();
      return result.kind === "failure" ? null : result;
    },
    failure: () => {
      const result = parsed();
      return result.kind === "failure" ? result.reason : null;
    },
  };
}
