import { BACKSLASH, isBlank, isDigit, isForeign, isLetter, POINT } from "./characters.js";
import { scanCommand, scanGap } from "./commands.js";
import { scanNumber } from "./numbers.js";
import { createScanner, type Scanner } from "./scanner.js";
import { scanSymbol } from "./symbols.js";
import type { Token } from "./token.js";
import { scanForeign, scanLetters } from "./words.js";

const LINE_END = 0x0a;

function startsNumber(s: Scanner, unit: number): boolean {
  if (isDigit(unit)) return true;
  return unit === POINT && isDigit(s.source.charCodeAt(s.position + 1));
}

function scanNext(s: Scanner): void {
  const unit = s.source.charCodeAt(s.position);
  if (isBlank(unit)) {
    s.position++;
    s.spaced = true;
    if (unit === LINE_END && s.environments.length === 0) scanGap(s, s.position - 1);
  } else if (startsNumber(s, unit)) scanNumber(s);
  else if (isLetter(unit)) scanLetters(s);
  else if (unit === BACKSLASH) scanCommand(s);
  else if (isForeign(unit)) scanForeign(s);
  else scanSymbol(s);
}

/**
 * The tokens of a text whose typographic characters were folded. Layout is left out, and what only the scanner can
 * tell is decided: thousands separators, units, words, doubled backslashes.
 *
 * @throws SyntaxFailure if there are too many, or if a command is unknown.
 */
export function scan(source: string): readonly Token[] {
  const s = createScanner(source);
  while (s.position < source.length) scanNext(s);
  return s.tokens;
}
