import { canonicalText, type CanonicalText } from "./canonical.js";

/** Words that give the order of what "and" joins a meaning. */
const ORDERING = /\b(?:respectively|then|before|after|not|neither|no|followed)\b|#/;

function samePhrase(a: CanonicalText, b: CanonicalText): boolean {
  return a.claim === b.claim && (a.claim !== null || a.phrase === b.phrase);
}

function sameParts(a: CanonicalText, b: CanonicalText): boolean {
  if (a.parts.length < 2 || a.parts.length !== b.parts.length) return false;
  const unordered = a.conjunction && b.conjunction && !ORDERING.test(a.phrase) && !ORDERING.test(b.phrase);
  const left = unordered ? a.parts.toSorted() : a.parts;
  const right = unordered ? b.parts.toSorted() : b.parts;
  return left.every((part, index) => part === right[index]);
}

/** `15th` names the number 15. */
function isOrdinalOf(ordinal: CanonicalText, number: CanonicalText): boolean {
  const areBoth = ordinal.kind === "ordinal" && number.kind === "number";
  return areBoth && ordinal.phrase === `#${number.phrase}`;
}

/** Letters side by side, or characters that may become letters: no text without them is more than one number. */
const WORDLIKE = /[a-z]['’]?[a-z]|[^\x20-\x5b\x5d-\x7d]/i;

/**
 * Whether two answers in words say the same, apart from case, articles, punctuation, LaTeX styles, plurals, the
 * spelling of numbers and dates, and known synonyms. Every other word counts: a text that says more, or negates, is
 * another answer. Symmetric.
 *
 * @returns `null` if one of the texts holds math, or both are numbers: they cannot be compared as words
 */
export function compareWords(a: string, b: string): boolean | null {
  if (!WORDLIKE.test(a) && !WORDLIKE.test(b)) return null;
  const left = canonicalText(a);
  const right = left && canonicalText(b);
  if (left === null || right === null) return null;
  if (left.kind === "number" && right.kind === "number") return null;
  if (isOrdinalOf(left, right) || isOrdinalOf(right, left)) return true;
  return samePhrase(left, right) || sameParts(left, right);
}

/** Whether a text says "yes" or "no" and nothing else, in English or Chinese. "True" says neither. */
export function isYesNo(text: string): "yes" | "no" | null {
  const claim = text.length > 64 ? null : canonicalText(text)?.claim;
  return claim === "yes" || claim === "no" ? claim : null;
}
