import { lastToken, push, type Scanner } from "./scanner.js";

const ANNOUNCEMENT =
  /^(?:(?:so|thus|hence|therefore),? )?(?:(?:the|my|our) )?(?:final |correct )?(?:answer|ans|result|solution|value)(?: is)?$/i;
/** Words that say nothing of the value behind them, or what kind of thing it is. */
const LEAD =
  /^(?:approximately|about|around|roughly|exactly|precisely|(?:there|it) (?:are|is)(?: exactly)?|a total of|equal to|(?:the )?(?:point|ordered pair|pair|vector|interval|matrix|function|equation|line|number))$/i;
/** A colon or full stop, perhaps, and something behind it. */
const ANSWER_BEHIND = /^[\s~]*(?:[:.]\s*)?(?=[^\s~:}.,])/;
/** A number or formula, but no words. */
const VALUE = String.raw`(?=[-+\d$(.]|\\(?!text))`;
const VALUE_BEHIND = new RegExp(String.raw`^\s*${VALUE}`);
const COLON_AND_VALUE_BEHIND = new RegExp(String.raw`^\s?:\s+${VALUE}`);
const NEGATIVE = /^(?:negative|minus)$/i;
const DENIAL = /\b(?:no|not|never|wrong|incorrect|false|error)\b/i;
const LOOKAHEAD = 24;

/** Words in front of an answer: what they say, where they end, and whether a colon ends them. */
export interface Opening {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly colon: boolean;
}

/** `\text{Total: } 12` is `\text{Total} = 12`. */
function scanLabel(s: Scanner, { words, start, end, colon }: Opening, ahead: string): boolean {
  const behind = (colon ? VALUE_BEHIND : COLON_AND_VALUE_BEHIND).exec(ahead);
  if (behind === null || DENIAL.test(words)) return false;
  push(s, "text", words, start);
  push(s, "symbol", "=", start);
  s.position = end + behind[0].length;
  return true;
}

/**
 * Words at the start that lead to an answer: an announcement (`\text{The answer is } 7`) is passed over, a label with
 * a colon names the value, "negative" is a sign. `false`, and nothing read, if they are something else.
 */
export function scanOpening(s: Scanner, opening: Opening): boolean {
  if (lastToken(s) !== undefined) return false;
  const { words, start, end } = opening;
  const ahead = s.source.slice(end, end + LOOKAHEAD);
  if (NEGATIVE.test(words) && VALUE_BEHIND.test(ahead)) {
    push(s, "symbol", "-", start);
    s.position = end;
    return true;
  }
  const announced = ANNOUNCEMENT.test(words) || LEAD.test(words) ? ANSWER_BEHIND.exec(ahead) : null;
  if (announced === null) return scanLabel(s, opening, ahead);
  s.position = end + announced[0].length;
  return true;
}

/** `\text{The answer is 7}`, as a whole. */
const WHOLE_ANNOUNCEMENT = /^(?:the )?(?:final )?answer(?: is|:) [-+]?[\d.]+$/i;

export function isWholeAnnouncement(s: Scanner, words: string): boolean {
  return lastToken(s) === undefined && WHOLE_ANNOUNCEMENT.test(words);
}
