import type { Node } from "../../ast.js";
import { rawArgument } from "../names.js";
import { apply } from "../nodes.js";
import { numeralInBase } from "./numerals.js";
import { accept, fail, isCommand, isSymbol, type Parser, peek } from "../parser.js";

const PERCENT = new Set(["%", "percent", "per cent", "percentage", "pct"]);
const DEGREES = new Set(["degrees", "degree", "deg", "度"]);

/** Words that begin a clause: what follows is prose and no unit. */
const CLAUSE =
  /^(?:for|where|if|when|whenever|since|as|with|such|because|which|that|is|are|was|so|but|from|at|only|not|then|thus|hence|therefore|unless|except|until|by|we|it|the|this)\b/i;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;

/** Consumes the words for degrees behind the bare argument of a function: `\cos 58\text{ degrees}`. */
export function acceptDegrees(p: Parser): boolean {
  const { kind, text } = peek(p);
  if (kind !== "text" || !DEGREES.has(text.toLowerCase())) return false;
  p.position++;
  return true;
}

/** Whether words or a currency sign stand behind a value. */
export function startsUnit(p: Parser): boolean {
  const { kind } = peek(p);
  return kind === "text" || kind === "currency";
}

function isUnitDivision(p: Parser): boolean {
  if (!isSymbol(peek(p), "/")) return false;
  const { kind } = peek(p, 1);
  const after = peek(p, 2);
  const ends = after.kind === "end" || isSymbol(after, "^") || isSymbol(after, ",") || isSymbol(after, ".");
  return kind === "text" || (kind === "letter" && ends);
}

/** What joins two parts of a unit, if another part follows. */
function unitConnector(p: Parser): string | null {
  if (startsUnit(p)) return " ";
  if (isUnitDivision(p)) return "/";
  if (peek(p, 1).kind !== "text") return null;
  if (isCommand(peek(p), "cdot") || isCommand(peek(p), "times") || isSymbol(peek(p), "*")) return "*";
  return isSymbol(peek(p), "-") ? "-" : null;
}

function unitPart(p: Parser): string {
  const { text } = peek(p);
  p.position++;
  if (CLAUSE.test(text)) fail(p, "prose");
  if (MONTH.test(text)) fail(p, "prose");
  return accept(p, "^") ? `${text}^${rawArgument(p)}` : text;
}

/** What takes an answer back. */
const RETRACTION = /\b(?:in\s?correct|wrong|false|not|no|never|in\s?valid|rejected?|error)\b|n['’]t\b|错|不/i;

/** A remark in brackets, as in `\text{ (correct)}`, is no part of the answer, unless it takes the answer back. */
function isRemark(p: Parser, text: string): boolean {
  if (!text.startsWith("(") || !text.endsWith(")") || /\d/.test(text)) return false;
  if (RETRACTION.test(text)) fail(p, "prose");
  return true;
}

function readUnit(p: Parser): string {
  let unit = "";
  for (let connector: string | null = ""; connector !== null; connector = unitConnector(p)) {
    if (connector !== "" && connector !== " ") p.position++;
    const remark = isRemark(p, peek(p).text);
    const part = unitPart(p);
    if (!remark) unit += (unit === "" && connector === " " ? "" : connector) + part;
  }
  return unit;
}

/** A `/` that begins a unit, as in `\$20/\text{hour}`. */
export function startsUnitDivision(p: Parser): boolean {
  return isSymbol(peek(p), "/") && peek(p, 1).kind === "text";
}

/** The value with the unit that comes next; a unit behind a unit adds to it. */
export function attachUnit(p: Parser, value: Node): Node {
  const numeral = numeralInBase(p, value);
  if (numeral !== null) return numeral;
  const direct = p.unitEnd === p.position;
  const divided = accept(p, "/");
  const unit = (divided ? "/" : "") + readUnit(p);
  if (unit === "") return value;
  if (PERCENT.has(unit.toLowerCase())) return apply("percent", [value]);
  if (DEGREES.has(unit.toLowerCase())) return apply("degrees", [value]);
  p.unitEnd = p.position;
  if (value.kind !== "quantity" || !direct) return { kind: "quantity", value, unit };
  return { kind: "quantity", value: value.value, unit: `${value.unit}${divided ? "" : " "}${unit}` };
}

/** `\$5`, and `\$5 \text{ million}`, whose unit is `$ million`: the sign has been read. */
export function prefixedQuantity(p: Parser, currency: string, value: Node): Node {
  const direct = p.unitEnd === p.position && value.kind === "quantity";
  p.unitEnd = p.position;
  const separator = direct && !value.unit.startsWith("/") ? " " : "";
  p.amount = direct
    ? { kind: "quantity", value: value.value, unit: `${currency}${separator}${value.unit}` }
    : { kind: "quantity", value, unit: currency };
  return p.amount;
}

function isAmount(p: Parser, node: Node): boolean {
  return node === p.amount || (node.kind === "negation" && node.operand === p.amount);
}

function withoutUnit(node: Node): { node: Node; unit: string } | null {
  if (node.kind === "quantity") return { node: node.value, unit: node.unit };
  if (node.kind !== "negation" && node.kind !== "plus_minus") return null;
  const inner = withoutUnit(node.operand);
  return inner && { node: { ...node, operand: inner.node }, unit: inner.unit };
}

/**
 * `3 + \sqrt2 \text{ cm}` is that many centimetres altogether: a unit behind the last part alone belongs to the whole,
 * and so does the sign of a currency in front of the first.
 */
export function hoistUnit(p: Parser, parts: readonly Node[], build: (parts: readonly Node[]) => Node): Node {
  const bearers = parts.filter((part) => withoutUnit(part) !== null);
  const [bearer] = bearers;
  if (bearer === undefined || bearers.length > 1) return build(parts);
  const isBehindAll = bearer === parts.at(-1) && p.unitEnd === p.position;
  const isBeforeAll = bearer === parts[0] && isAmount(p, bearer);
  const stripped = isBehindAll || isBeforeAll ? withoutUnit(bearer) : null;
  if (stripped === null) return build(parts);
  const bare = parts.map((part) => (part === bearer ? stripped.node : part));
  return { kind: "quantity", value: build(bare), unit: stripped.unit };
}
