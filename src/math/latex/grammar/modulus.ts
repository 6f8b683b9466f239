import { isCommand, isSymbol, type Parser, peek } from "../parser.js";

/** Whether `\pmod` comes next, or `(mod 5)`, but not the function of `(\operatorname{mod}(7, 5))`. */
export function startsModulus(p: Parser): boolean {
  if (isCommand(peek(p), "pmod")) return true;
  if (!isSymbol(peek(p), "(")) return false;
  const { kind, text } = peek(p, 1);
  if (kind === "operator" && text === "mod") return !isSymbol(peek(p, 2), "(");
  return kind === "command" && (text === "bmod" || text === "mod");
}
