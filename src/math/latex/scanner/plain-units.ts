import { isBlank, isDigit, isLetter } from "./characters.js";
import { isBehindValue, lastToken, type Scanner } from "./scanner.js";

const UNITS: ReadonlySet<string> = new Set([
  "cm", "km", "mm", "kg", "mg", "ml", "mL", "ft", "in", "yd", "mi", "lb", "lbs", "oz", "hr", "hrs", "min", "mins", "sec",
  "secs", "mph", "kph", "Hz", "kHz", "MHz", "eV", "keV", "MeV", "kJ", "kW", "kWh", "Pa", "kPa", "mol", "rad", "deg",
  "AM", "PM", "am", "pm", "cc", "sq", "cu", "USD", "EUR", "nm", "km/h", "dB", "rpm", "kcal", "cal", "pct",
]); // prettier-ignore

/** Units that are no plausible product of variables even without a space in front. */
const GLUED_UNITS: ReadonlySet<string> = new Set([
  "cm", "km", "mm", "kg", "mg", "ml", "mL", "mph", "kph", "ft", "lbs", "hrs", "min", "mins", "sec", "secs", "Hz", "kHz",
  "MHz", "kJ", "kW", "kWh", "kPa", "kcal", "rpm", "USD", "EUR", "AM", "PM", "pm", "am", "pct",
]); // prettier-ignore

/** Whether the answer, a division or power of the unit, or its second part as in `5 ft 3 in`, goes on behind a unit. */
function endsUnit(source: string, end: number): boolean {
  let index = end;
  while (isBlank(source.charCodeAt(index))) index++;
  const unit = source.charCodeAt(index);
  const character = source[index];
  if (character === undefined || "/^.,;$}*)".includes(character) || isLetter(unit)) return true;
  return index > end && isDigit(unit);
}

const SPEED = /^\/(?:s|min|h)(?![a-z])/i;

/** A lone `m` is a unit before a time only. */
function isSpeed(s: Scanner, text: string, end: number): boolean {
  return text === "m" && s.spaced && SPEED.test(s.source.slice(end, end + 5));
}

const LETTER_UNITS = /^[hdmsg]$/;
const SMALLER_PART = /^\s+\d+(?:\.\d+)?\s*(?:min|mins|sec|secs|cm|mm|kg|[mshg])(?![a-z])/i;

/** A letter in a compound quantity: the `h` of `1 h 15 min`, the `s` of `3 min 20 s`. */
function isCompoundPart(s: Scanner, text: string, end: number): boolean {
  if (!LETTER_UNITS.test(text) || lastToken(s)?.kind !== "number") return false;
  const [larger, unit] = s.tokens.slice(-3);
  if (s.tokens.length > 2 && larger?.kind === "number" && unit?.kind === "text")
    return endsUnit(s.source, end);
  return SMALLER_PART.test(s.source.slice(end, end + 24));
}

/** Whether the letters, which end at `end`, are a unit of the value in front of them. */
export function isPlainUnit(s: Scanner, text: string, end: number): boolean {
  if (!isBehindValue(s)) return false;
  const kind = lastToken(s)?.kind;
  const known = kind === "number" || kind === "text";
  if (text.length === 1) return known && (isSpeed(s, text, end) || isCompoundPart(s, text, end));
  if (!UNITS.has(text) || !endsUnit(s.source, end)) return false;
  return s.spaced || (known && GLUED_UNITS.has(text));
}
