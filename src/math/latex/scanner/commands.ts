import {
  BAR_COMMANDS,
  BRACKET_ALIASES,
  CLOSING_COMMANDS,
  DELIMITER_ALIASES,
} from "../commands/delimiters.js";
import { BINOMIALS } from "../commands/binomials.js";
import { EVALUATED } from "../commands/evaluation.js";
import { FRACTION_NAMES } from "../commands/fractions.js";
import { FUNCTIONS } from "../commands/functions.js";
import { COMMANDS } from "../commands/index.js";
import { OPERATORS, TIMES } from "../commands/operators.js";
import { RELATIONS, REVERSED_RELATIONS } from "../commands/relations.js";
import {
  COLOURED_COMMANDS,
  DROPPED_WITH_ARGUMENT,
  LAYOUT_COMMANDS,
  TRANSPARENT_COMMANDS,
} from "../commands/spacing.js";
import { ALPHABETS, OPERATOR_NAME_COMMANDS, TEXT_COMMANDS, VERBATIM_TEXT } from "../commands/text.js";
import { SyntaxFailure } from "../failure.js";
import { isForeign, isLetter, OPEN_BRACE } from "./characters.js";
import { isBehindValue, lastToken, openTransparentBrace, push, type Scanner } from "./scanner.js";
import { scanFractionUnit, scanMicro, scanOhm } from "./set-units.js";
import { scanBracket } from "./symbols.js";
import { scanAlphabet, scanOperatorName, scanText, skipBlanks, skipGroup } from "./texts.js";

type CommandScanner = (s: Scanner, name: string, start: number) => void;

const LONGEST_NAME = 24;

function ignore(): void {
  return;
}

const EQUATION = /^\s*\\?[a-zA-Z][\w{}]{0,12}\s*(?:[=<>]|\\(?:le|ge|ne|in|approx)(?![fr]))/;

/** What may end an equation besides a value. */
const ENDINGS = new Set(["!", "ldots", "cdots", "dots"]);

/** A wide space, or the end of a line, between two equations separates them. */
export function scanGap(s: Scanner, start: number): void {
  s.spaced = true;
  if (
    !(isBehindValue(s) || ENDINGS.has(lastToken(s)?.text ?? "")) ||
    !EQUATION.test(s.source.slice(s.position, s.position + 40))
  )
    return;
  if (
    s.tokens.some(
      ({ kind, text }) => kind !== "text" && RELATIONS.has(kind === "command" ? `\\${text}` : text),
    )
  ) {
    push(s, "symbol", ",", start);
  }
}

function transparent(s: Scanner): void {
  skipBlanks(s);
  if (s.source.charCodeAt(s.position) === OPEN_BRACE) openTransparentBrace(s);
}

function coloured(s: Scanner): void {
  skipGroup(s);
  transparent(s);
}

function micro(s: Scanner, name: string, start: number): void {
  if (!scanMicro(s, start)) push(s, "command", name, start);
}

function omega(s: Scanner, name: string, start: number): void {
  if (!scanOhm(s, start)) push(s, "command", name, start);
}

function fraction(s: Scanner, name: string, start: number): void {
  if (scanFractionUnit(s, start)) return;
  push(s, "command", name, start);
  s.fractionArguments = 2;
}

function binomial(s: Scanner, name: string, start: number): void {
  push(s, "command", name, start);
  s.fractionArguments = 2;
}

/** The delimiter behind `\left`, `\right` or `\big`: one character or one command. */
function delimiterAhead(s: Scanner): string {
  skipBlanks(s);
  const start = s.position;
  s.position++;
  if (s.source[start] !== "\\") return s.source.slice(start, s.position);
  if (s.source[s.position] === "\\") s.position++;
  const name = nameAt(s.source, s.position);
  const alias = knownPrefix(name, isDelimiter);
  s.position += Math.max(alias.length, 1);
  return alias === "" ? `\\${s.source.slice(s.position - 1, s.position)}` : `\\${alias}`;
}

function isDelimiter(name: string): boolean {
  return (
    BRACKET_ALIASES.has(name) ||
    DELIMITER_ALIASES.has(name) ||
    BAR_COMMANDS.has(name) ||
    CLOSING_COMMANDS.has(name) ||
    ["lfloor", "lceil", "langle"].includes(name)
  );
}

const DOUBLE_BARS = new Set(["\\|", "\\Vert", "\\lVert", "\\rVert"]);
const BARS = new Set(["|", "\\vert", "\\lvert", "\\rvert", ...DOUBLE_BARS]);

function pushDelimiter(s: Scanner, delimiter: string, side: "open_bar" | "close_bar", start: number): void {
  if (BARS.has(delimiter)) push(s, side, DOUBLE_BARS.has(delimiter) ? "||" : "|", start);
  else if (delimiter === "<" || delimiter === ">")
    push(s, "command", delimiter === "<" ? "langle" : "rangle", start);
  else if (delimiter.startsWith("\\") && isLetter(delimiter.charCodeAt(1)))
    scanNamed(s, delimiter.slice(1), start);
  else if (delimiter !== ".") scanBracket(s, delimiter, start);
}

function left(s: Scanner, _name: string, start: number): void {
  const delimiter = delimiterAhead(s);
  s.lefts.push({ delimiter, index: s.tokens.length });
  pushDelimiter(s, delimiter, "open_bar", start);
}

const GOES_ON = /^[\s$,;]*\\left\s*\./;

/** What `\right.` closes: the brace of a system, and a bracket whose other half was forgotten. */
const NULL_CLOSES: ReadonlyMap<string, string> = new Map([
  ["\\{", "right."],
  ["\\lbrace", "right."],
  ["(", ")"],
  ["[", "]"],
]);

/** Where a `\left.` takes up what was opened, `\right.` says nothing. */
function right(s: Scanner, _name: string, start: number): void {
  const delimiter = delimiterAhead(s);
  const open = s.lefts.pop();
  if (delimiter !== ".") {
    if (open?.delimiter === "." && BARS.has(delimiter) && !DOUBLE_BARS.has(delimiter))
      evaluate(s, open.index);
    pushDelimiter(s, delimiter, "close_bar", start);
    return;
  }
  const closed = NULL_CLOSES.get(open?.delimiter ?? "");
  if (closed === undefined || GOES_ON.test(s.source.slice(s.position, s.position + 40))) return;
  if (closed === "right.") push(s, "command", closed, start);
  else scanBracket(s, closed, start);
}

/** `\left.` opens what a `\right|` evaluates. */
function evaluate(s: Scanner, index: number): void {
  const start = s.tokens[index]?.start;
  if (start !== undefined)
    s.tokens.splice(index, 0, { kind: "command", text: EVALUATED, start, spaced: false });
}

function middle(s: Scanner, _name: string, start: number): void {
  delimiterAhead(s);
  push(s, "command", "mid", start);
}

const NEGATIONS: ReadonlyMap<string, string> = new Map([
  ["=", "neq"],
  ["\\in", "notin"],
  ["\\equiv", "neq"],
]);

/** `\not=`, `\not\in`. */
function negated(s: Scanner, _name: string, start: number): void {
  skipBlanks(s);
  for (const [sign, name] of NEGATIONS) {
    if (!s.source.startsWith(sign, s.position)) continue;
    s.position += sign.length;
    push(s, "command", name, start);
    return;
  }
  throw new SyntaxFailure("unknown_command", start);
}

const ENVIRONMENT = /^\s*\{\s*([a-z]{1,20}\*?)\s*\}/i;
const COLUMNS = /^\s*(?:\[[a-z]\]\s*)?\{[^{}]{0,60}\}/;

function environment(s: Scanner, name: string, start: number): void {
  const match = ENVIRONMENT.exec(s.source.slice(s.position, s.position + 40));
  if (match === null) throw new SyntaxFailure("unknown_environment", start);
  s.position += match[0].length;
  const environmentName = match[1] ?? "";
  push(s, name === "begin" ? "begin" : "end_environment", environmentName, start);
  if (name === "end") {
    s.environments.pop();
    s.lists--;
    return;
  }
  s.environments.push(environmentName.replace("*", ""));
  s.lists++;
  const takesColumns = environmentName === "array" || environmentName === "tabular";
  const columns = takesColumns ? COLUMNS.exec(s.source.slice(s.position, s.position + 80)) : null;
  s.position += columns?.[0].length ?? 0;
}

function bar(s: Scanner, name: string, start: number): void {
  const kind = BAR_COMMANDS.get(name) ?? "symbol";
  push(s, kind, name.endsWith("Vert") ? "||" : "|", start);
}

function each(names: Iterable<string>, scan: CommandScanner): [string, CommandScanner][] {
  return [...names].map((name) => [name, scan]);
}

/** Commands that mean something to the scanner itself. */
const SCANNED: ReadonlyMap<string, CommandScanner> = new Map([
  ...each(LAYOUT_COMMANDS, ignore),
  ...each(["quad", "qquad"], (s, _name, start) => scanGap(s, start)),
  ...each(DROPPED_WITH_ARGUMENT, skipGroup),
  ...each(TRANSPARENT_COMMANDS, transparent),
  ...each(COLOURED_COMMANDS, coloured),
  ...each([...TEXT_COMMANDS, VERBATIM_TEXT], scanText),
  ...each(ALPHABETS, scanAlphabet),
  ...each(OPERATOR_NAME_COMMANDS, (s, _name, start) => scanOperatorName(s, start)),
  ...each(FRACTION_NAMES, fraction),
  ...each(BINOMIALS.keys(), binomial),
  ...each(["left", "mleft", "bigl", "Bigl", "biggl", "Biggl"], left),
  ...each(["right", "mright", "bigr", "Bigr", "biggr", "Biggr"], right),
  ...each(["middle", "bigm", "Bigm"], middle),
  ...each(["big", "Big", "bigg", "Bigg"], ignore),
  ...each(["begin", "end"], environment),
  ...each(BAR_COMMANDS.keys(), bar),
  ...each(BRACKET_ALIASES.keys(), (s, name, start) => scanBracket(s, BRACKET_ALIASES.get(name) ?? "", start)),
  ...each(DELIMITER_ALIASES.keys(), (s, name, start) =>
    push(s, "command", DELIMITER_ALIASES.get(name) ?? "", start),
  ),
  ...each(
    [...FUNCTIONS.keys()].filter((name) => !COMMANDS.has(name) && !OPERATORS.has(name)),
    (s, name, start) => push(s, "operator", name, start),
  ),
  ["mu", micro],
  ["Omega", omega],
  ["colon", (s, _name, start) => push(s, "symbol", ":", start)],
  ...each(["pounds", "euro", "yen"], (s, name, start) => push(s, "currency", name, start)),
  ...each(["land", "wedge"], (s, _name, start) => push(s, "conjunction", "and", start)),
  ...each(["lor", "vee"], (s, _name, start) => push(s, "conjunction", "or", start)),
  ["not", negated],
]);

function isKnown(name: string): boolean {
  return (
    SCANNED.has(name) ||
    COMMANDS.has(name) ||
    OPERATORS.has(name) ||
    TIMES.has(name) ||
    CLOSING_COMMANDS.has(name) ||
    RELATIONS.has(`\\${name}`) ||
    REVERSED_RELATIONS.has(`\\${name}`)
  );
}

function nameAt(source: string, start: number): string {
  let end = start;
  while (isLetter(source.charCodeAt(end)) && end - start < LONGEST_NAME) end++;
  return source.slice(start, end);
}

/** The longest beginning of the letters that is a command: `\cdotx` is `\cdot x` with its space lost. */
function knownPrefix(letters: string, isName: (name: string) => boolean): string {
  for (let length = letters.length; length > 1; length--) {
    const name = letters.slice(0, length);
    if (isName(name)) return name;
  }
  return "";
}

/** A command whose name has been read. */
export function scanNamed(s: Scanner, name: string, start: number): void {
  const scan = SCANNED.get(name);
  if (scan === undefined) push(s, "command", name, start);
  else scan(s, name, start);
}

function scanEscape(s: Scanner, start: number): void {
  const character = s.source[s.position] ?? "";
  if (isForeign(character.charCodeAt(0))) return;
  s.position++;
  if (character === "{" || character === "}") scanBracket(s, `\\${character}`, start);
  else if (character === "|") push(s, "symbol", "||", start);
  else if (character === "%") push(s, "symbol", "%", start);
  else if (character === "$") push(s, "currency", "$", start);
  else if (character === "&") push(s, "conjunction", "and", start);
  else s.spaced = true;
}

/** Whether `\\` at the position is a backslash that was escaped rather than the end of a row. */
function isDoubled(s: Scanner): boolean {
  const after = s.source[s.position + 2];
  if (after === undefined || after === "\\") return false;
  if (s.environments.length > 0)
    return s.escaped && (isLetter(after.charCodeAt(0)) || "{}|%$,!;:".includes(after));
  return isLetter(after.charCodeAt(0)) || "{}|%$()!,;:".includes(after);
}

function scanRowEnd(s: Scanner, start: number): void {
  s.position += 2;
  if (s.escaped && s.source.startsWith("\\\\", s.position)) s.position += 2;
  const spacing = /^\s*\[[^\]]{0,12}\]/.exec(s.source.slice(s.position, s.position + 16));
  s.position += s.environments.length > 0 ? (spacing?.[0].length ?? 0) : 0;
  if (s.environments.length > 0) push(s, "symbol", "\\\\", start);
  else if (lastToken(s) !== undefined) push(s, "symbol", ";", start);
}

/** A backslash and what belongs to it. */
export function scanCommand(s: Scanner): void {
  const start = s.position;
  if (s.source[start + 1] === "\\") {
    if (!isDoubled(s)) {
      scanRowEnd(s, start);
      return;
    }
    s.position++;
    if (s.source.startsWith("begin", s.position + 1)) s.escaped = true;
  }
  s.position++;
  const letters = nameAt(s.source, s.position);
  if (letters === "") {
    scanEscape(s, start);
    return;
  }
  const prefix = knownPrefix(letters, isKnown);
  const name = prefix || letters;
  s.position += name.length;
  if (prefix !== "" || isKnown(name)) scanNamed(s, name, start);
  else if (name.length === 1) push(s, "letter", name, start);
  else unknown(s, name, start);
}

/** An unknown command without an argument is a name. */
function unknown(s: Scanner, name: string, start: number): void {
  skipBlanks(s);
  if (s.source.charCodeAt(s.position) === OPEN_BRACE) throw new SyntaxFailure("unknown_command", start);
  push(s, "operator", name, start);
}
