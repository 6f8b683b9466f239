import { lastToken, type Scanner } from "./scanner.js";

const ANNOUNCEMENT =
  /^(?:(?:so|thus|hence|therefore),? )?(?:(?:the|my|our) )?(?:final |correct )?(?:answer|result|solution|value)(?: is)?$/i;
/** A colon, perhaps, and something behind it. */
const ANSWER_BEHIND = /^[\s~]*:?[\s~]*(?=[^\s~:}.,])/;

/**
 * `\text{The answer is } 7`: words at the start that end at `end` and only announce the answer behind them. Passes over
 * them if they do.
 */
export function skipAnnouncement(s: Scanner, words: string, end: number): boolean {
  if (lastToken(s) !== undefined || !ANNOUNCEMENT.test(words)) return false;
  const behind = ANSWER_BEHIND.exec(s.source.slice(end, end + 16));
  if (behind === null) return false;
  s.position = end + behind[0].length;
  return true;
}
