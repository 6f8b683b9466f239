import { flattenText } from "./flatten.js";
import { isBehindValue, lastToken, push, type Scanner } from "./scanner.js";

const FACE = String.raw`\\(?:text(?:rm)?|mathrm|mbox|rm)\s?\{[\s~]?[a-zA-Z]{1,12}[\s~]?\}(?:\^(?:\d|\{-?\d\}))?`;
const GAP = String.raw`(?:[\s~]|\\[,;: ]|\\cdot)*`;
const PART = String.raw`\s?\{${GAP}((?:${FACE}${GAP})+|1)\}`;
/** What stands behind `\frac` if that is a unit: `{\text{km}}{\text{h}}`. */
const FRACTION = new RegExp(`^${PART}${PART}`);
const LONGEST_FRACTION = 160;
const GAPS = /[\s~]|\\[,;: ]|\\cdot/g;

/** The unit `km/h` of `36\ \frac{\text{km}}{\text{h}}`, behind the command. `false` if nothing was read. */
export function scanFractionUnit(s: Scanner, start: number): boolean {
  if (!isBehindValue(s)) return false;
  const match = FRACTION.exec(s.source.slice(s.position, s.position + LONGEST_FRACTION));
  if (match === null) return false;
  const [above = "", below = ""] = [match[1], match[2]].map((part = "") =>
    flattenText(part.replace(GAPS, " ")),
  );
  if (below === "1") return false;
  s.position += match[0].length;
  push(s, "text", `${above}/(${below})`, start);
  return true;
}

const LETTERS_BEHIND = /^\s*\\(?:text(?:rm)?|mathrm|rm)\s?\{\s?([a-zA-Z]{1,3})\s?\}/;

/** `5\,\mu\text{m}`, behind the letter: a prefix with its unit. `false` if nothing was read. */
export function scanMicro(s: Scanner, start: number): boolean {
  if (lastToken(s)?.kind !== "number") return false;
  const match = LETTERS_BEHIND.exec(s.source.slice(s.position, s.position + 24));
  if (match === null) return false;
  s.position += match[0].length;
  push(s, "text", `μ${match[1] ?? ""}`, start);
  return true;
}

const END_BEHIND = /^[\s.,$]*$/;
const PREFIX = /^[kKMGmμ]$/;

/** `5\ \Omega` and `5\text{ k}\Omega`, behind the letter at the end of an answer. `false` if nothing was read. */
export function scanOhm(s: Scanner, start: number): boolean {
  const [value, last] = s.tokens.slice(-2);
  if (!END_BEHIND.test(s.source.slice(s.position, s.position + 8))) return false;
  if (value?.kind === "number" && last?.kind === "text" && PREFIX.test(last.text)) {
    s.tokens.pop();
    push(s, "text", `${last.text}Ω`, start);
    return true;
  }
  if (lastToken(s)?.kind !== "number") return false;
  push(s, "text", "Ω", start);
  return true;
}
