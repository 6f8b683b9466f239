import { ACCENT_COMMANDS } from "./accents.js";
import { BIG_OPERATORS } from "./big-operators.js";
import { BINOMIALS } from "./binomials.js";
import type { CommandTable } from "./command.js";
import { DELIMITERS } from "./delimiters.js";
import { EVALUATION } from "./evaluation.js";
import { FRACTIONS } from "./fractions.js";
import { LOGARITHMS } from "./logarithms.js";
import { ROOTS } from "./roots.js";
import { SETS } from "./sets.js";
import { SYMBOLS } from "./symbols.js";

/** Every command that begins a factor, but the functions of the function table. */
export const COMMANDS: CommandTable = new Map([
  ...ACCENT_COMMANDS,
  ...BIG_OPERATORS,
  ...BINOMIALS,
  ...DELIMITERS,
  ...EVALUATION,
  ...FRACTIONS,
  ...LOGARITHMS,
  ...ROOTS,
  ...SETS,
  ...SYMBOLS,
]);

export function isAtomCommand(name: string): boolean {
  return COMMANDS.has(name);
}
