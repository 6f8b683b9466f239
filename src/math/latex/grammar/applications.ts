import type { Node } from "../../ast.js";
import { application, apply, isIntegerLiteral, itemsOf } from "../nodes.js";
import { accept, enclosed, expect, isSymbol, type Parser, peek } from "../parser.js";
import { MAX_CALL_LOOKAHEAD } from "../limits.js";
import type { Token } from "../scanner/token.js";

const ALWAYS_FUNCTIONS = new Set(["f", "g", "h", "F", "G", "H", "Gamma", "zeta", "psi", "Phi"]);
const OPENING = new Set(["(", "[", "{", "\\{"]);
const CLOSING = new Set([")", "]", "}", "\\}"]);
const ONE_CAPITAL = /^[A-Z]$/;

/** The tokens between the brackets that come next, told apart as far as a call needs. */
interface Shape {
  readonly tokens: number;
  readonly commas: number;
  readonly relations: number;
  readonly onlyNames: boolean;
}

const RELATION_TEXTS = new Set(["=", "|", "mid"]);

/** One deeper, one shallower, or neither. */
function depthChange({ kind, text }: Token): number {
  if (kind !== "symbol") return 0;
  return OPENING.has(text) ? 1 : CLOSING.has(text) ? -1 : 0;
}

function bracketShape(p: Parser): Shape | null {
  let depth = 0;
  let commas = 0;
  let relations = 0;
  let onlyNames = true;
  for (let offset = 0; offset < MAX_CALL_LOOKAHEAD; offset++) {
    const token = peek(p, offset);
    const change = depthChange(token);
    depth += change;
    if (depth === 0) return { tokens: offset - 1, commas, relations, onlyNames };
    if (token.kind === "end") return null;
    onlyNames &&= change !== 0 || token.kind === "letter" || token.text === ",";
    if (depth === 1 && token.text === ",") commas++;
    if (depth === 1 && RELATION_TEXTS.has(token.text)) relations++;
  }
  return null;
}

/** `f{\left(x\right)}`, as computer algebra systems print an application: brackets with nothing beside them in a brace. */
function parseBraced(p: Parser, name: string): Node | null {
  if (!isSymbol(peek(p), "{") || !isSymbol(peek(p, 1), "(")) return null;
  p.position++;
  const shape = bracketShape(p);
  if (shape === null || !isSymbol(peek(p, shape.tokens + 2), "}")) {
    p.position--;
    return null;
  }
  const args = bracketedArguments(p);
  p.position++;
  return application(name, args);
}

function isBareValue(p: Parser, { tokens }: Shape): boolean {
  const offset = tokens === 2 && isSymbol(peek(p, 1), "-") ? 2 : 1;
  const { kind, text } = peek(p, offset);
  return tokens === offset && (kind === "number" || kind === "letter" || text === "pi" || text === "infty");
}

/** `y(x) =` at the start of a statement defines a function, whatever its letter. */
function isDefinition(p: Parser, nameLength: number): boolean {
  const before = peek(p, -nameLength - 1);
  const starts = before.kind === "end" || isSymbol(before, ",") || isSymbol(before, ";");
  return starts && peek(p, 1).kind === "letter" && isSymbol(peek(p, 2), ")") && isSymbol(peek(p, 3), "=");
}

function isApplied(p: Parser, base: string, name: string): boolean {
  if (ALWAYS_FUNCTIONS.has(base) || name.endsWith("'")) return true;
  const shape = base === "e" || base === "i" ? null : bracketShape(p);
  if (shape === null || shape.tokens === 0) return false;
  if (ONE_CAPITAL.test(base)) return shape.commas + shape.relations > 0 || isBareValue(p, shape);
  return (shape.commas > 0 && shape.onlyNames) || (name === base && isDefinition(p, 1));
}

/** `C(10, 3)` and `P(5, 2)` count choices when both are integers. */
function counting(name: string, args: readonly Node[]): Node | null {
  if ((name !== "C" && name !== "P") || args.length !== 2 || !args.every(isIntegerLiteral)) return null;
  return apply(name === "C" ? "binomial" : "permutations", args);
}

/** The arguments in the brackets that come next. */
export function bracketedArguments(p: Parser): readonly Node[] {
  p.position++;
  if (accept(p, ")")) return [];
  const args = itemsOf(enclosed(p, "none", p.grammar.list));
  expect(p, ")");
  return args;
}

/** `^{-1}(`: an inverse function. */
function acceptInverse(p: Parser, base: string): boolean {
  const texts = ["^", "{", "-", "1", "}", "("];
  if (!ALWAYS_FUNCTIONS.has(base) || !texts.every((text, i) => peek(p, i).text === text)) return false;
  p.position += texts.length - 1;
  return true;
}

/**
 * `f(x)`, `W(n)`, `y'(2)` behind a name; `null` if the brackets, if any, are a factor: `k(k+1)`. Letters that usually
 * name functions always do; capitals do before one symbol or number; others before a list of names.
 */
export function parseApplication(p: Parser, base: string, name: string): Node | null {
  if (acceptInverse(p, base)) return application(`${name}^-1`, bracketedArguments(p));
  if (ALWAYS_FUNCTIONS.has(base)) {
    const braced = parseBraced(p, name);
    if (braced !== null) return braced;
  }
  if (!isSymbol(peek(p), "(") || !isApplied(p, base, name)) return null;
  const args = bracketedArguments(p);
  return counting(name, args) ?? application(name, args);
}
