import { ALPHABETS, OPERATOR_NAME_COMMANDS, TEXT_COMMANDS, VERBATIM_TEXT } from "../commands/text.js";
import { LAYOUT_COMMANDS, TRANSPARENT_COMMANDS } from "../commands/spacing.js";
import { isBlank, isForeign, isLetter } from "./characters.js";

const SILENT = new Set([
  ...ALPHABETS, ...OPERATOR_NAME_COMMANDS, ...TEXT_COMMANDS, ...TRANSPARENT_COMMANDS, VERBATIM_TEXT, "left", "right",
]); // prettier-ignore
/** Commands for characters of units. */
const UNIT_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["mu", "μ"],
  ["Omega", "Ω"],
  ["circ", "°"],
  ["cdot", "·"],
]);
const KEPT_ESCAPES = "$%&#_";
const TRAILING = ".,;: ";

interface Piece {
  readonly text: string;
  readonly end: number;
}

/** What the command at `index` leaves in plain text, and where it ends. */
function commandText(source: string, index: number): Piece {
  let end = index + 1;
  while (isLetter(source.charCodeAt(end))) end++;
  if (end === index + 1) {
    const escaped = source[end] ?? "";
    if (isForeign(source.charCodeAt(end))) return { text: "", end };
    return { text: KEPT_ESCAPES.includes(escaped) ? escaped : " ", end: end + 1 };
  }
  const name = source.slice(index + 1, end);
  const letter = UNIT_CHARACTERS.get(name);
  if (letter !== undefined) return { text: letter, end: source[end] === " " ? end + 1 : end };
  if (SILENT.has(name)) return { text: "", end };
  return { text: LAYOUT_COMMANDS.has(name) ? " " : name, end };
}

function pieceAt(source: string, index: number): Piece {
  const character = source[index] ?? "";
  if (character === "\\") return commandText(source, index);
  if (isBlank(source.charCodeAt(index))) return { text: " ", end: index + 1 };
  return { text: "{}$`".includes(character) ? "" : character, end: index + 1 };
}

/** LaTeX or Markdown as plain words: without braces, backslashes, dollar signs and emphasis, with single spaces. */
function plainWords(source: string): string {
  let text = "";
  for (let index = 0; index < source.length;) {
    const piece = pieceAt(source, index);
    text += piece.text;
    index = piece.end;
  }
  return text
    .replace(/\*{2,}/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/\^ ?°/g, "°");
}

/** The words of a text in LaTeX or Markdown, without the punctuation at its end. */
export function flattenText(source: string): string {
  const text = plainWords(source);
  let end = text.length;
  while (end > 0 && TRAILING.includes(text[end - 1] ?? "")) end--;
  return text.slice(text.startsWith(" ") ? 1 : 0, end);
}

/** A name in LaTeX, without any spaces. */
export function flattenName(source: string): string {
  return plainWords(source).replace(/ /g, "");
}
