import { ACCENT_COMMANDS } from "../commands/accents.js";
import { BINOMIALS } from "../commands/binomials.js";
import { FRACTION_NAMES } from "../commands/fractions.js";
import { ROOTS } from "../commands/roots.js";
import { ALPHABETS, OPERATOR_NAME_COMMANDS, TEXT_COMMANDS } from "../commands/text.js";
import { OPEN_BRACE } from "./characters.js";
import { scanNamed } from "./commands.js";
import type { Scanner } from "./scanner.js";

/** Commands that say nothing without a group behind them. */
const BRACED: ReadonlySet<string> = new Set([
  ...FRACTION_NAMES,
  ...ACCENT_COMMANDS.keys(),
  ...BINOMIALS.keys(),
  ...ROOTS.keys(),
  ...TEXT_COMMANDS,
  ...ALPHABETS,
  ...OPERATOR_NAME_COMMANDS,
  "mathbb",
  "boxed",
  "fbox",
  "pmod",
]);

/** `frac{1}{2}`: letters right before a brace that are a command without its backslash. `false` if nothing was read. */
export function scanLostCommand(s: Scanner, letters: string, start: number): boolean {
  if (s.source.charCodeAt(s.position) !== OPEN_BRACE || !BRACED.has(letters)) return false;
  scanNamed(s, letters, start);
  return true;
}
