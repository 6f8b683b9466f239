import { numberRun } from "./number-words.js";
import { claimOf } from "./phrases.js";
import { singular } from "./singular.js";
import { tokenize } from "./tokens.js";

/** What a text in words says, apart from how it is spelled. */
export interface CanonicalText {
  /** The words, joined by spaces. */
  readonly phrase: string;
  /** The name of the claim that the phrase is known to make. */
  readonly claim: string | null;
  /** The parts that commas and "and" join. */
  readonly parts: readonly string[];
  /** Whether "and" joins the parts, which makes their order mean nothing. */
  readonly conjunction: boolean;
  /** `number` or `ordinal` if nothing but one was written in digits. */
  readonly kind: "words" | "number" | "ordinal";
}

const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const NO_NOUN: ReadonlySet<string> = new Set([",", "and", "or", "nor", "but", "is"]);

/** An article stands before a word; a capital "A" inside a sentence is a name. */
function isArticle(words: readonly string[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || next.length < 2 || NO_NOUN.has(next)) return false;
  const word = words[index];
  return word === "the" || word === "an" || word === "a" || (word === "A" && index === 0);
}

/** Number words become digits, ordinals are marked with `#`, articles go, nouns lose their plural. */
function canonicalWords(words: readonly string[]): string[] {
  const kept = words.filter((_, index) => !isArticle(words, index));
  const canonical: string[] = [];
  for (let i = 0; i < kept.length;) {
    const run = numberRun(kept, i);
    if (run !== null) {
      canonical.push(run.ordinal ? `#${run.value}` : `${run.value}`);
      i += run.length;
      continue;
    }
    const word = kept[i] ?? "";
    const ordinal = ORDINAL.exec(word)?.[1];
    canonical.push(ordinal === undefined ? singular(word) : `#${ordinal}`);
    i++;
  }
  return canonical;
}

function splitParts(words: readonly string[]): string[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (word === "," || word === "and") parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0).map((part) => part.join(" "));
}

function kindOf([first = "", ...others]: readonly string[]): CanonicalText["kind"] {
  if (others.length > 0) return "words";
  if (/^\d+$/.test(first)) return "number";
  return ORDINAL.test(first) ? "ordinal" : "words";
}

/** `null` if the text holds math, or nothing but the names of math: it is not to be read as words. */
export function canonicalText(text: string): CanonicalText | null {
  const tokens = tokenize(text);
  if (tokens === null) return null;
  const kind = kindOf(tokens.words);
  if (!tokens.verbal && kind === "words") return null;
  const words = canonicalWords(tokens.words);
  const numeric = words.some((word) => /^#?\d/.test(word));
  const phrase = words.filter((word) => word !== "," || numeric).join(" ");
  return {
    phrase,
    claim: claimOf(phrase),
    parts: splitParts(words),
    conjunction: words.includes("and"),
    kind,
  };
}
