import type { PolicyGuard } from "../answers/index.js";
import { PLAIN_STYLE, type Style } from "../expression/style.js";

/** A way to write mathematics that changes nothing. */
export interface StyleForm {
  /** The entry of the catalogue, as `S1`. */
  readonly id: string;
  readonly style: Partial<Style>;
  readonly holds?: PolicyGuard;
}

const isLenient: PolicyGuard = ({ unicode }) => unicode === "lenient";

/** The ways that stand within an expression. */
export const STYLE_FORMS: readonly StyleForm[] = [
  { id: "S1", style: { fraction: "dfrac" } },
  { id: "S1", style: { fraction: "tfrac" } },
  { id: "S1", style: { fraction: "cfrac" } },
  { id: "S2", style: { shortFraction: true } },
  { id: "S3", style: { fraction: "slash" } },
  { id: "S5", style: { product: "times" } },
  { id: "S5", style: { product: "star" } },
  { id: "S5", style: { product: "beside" } },
  { id: "S6", style: { brackets: "left" } },
  { id: "S6", style: { brackets: "big" } },
  { id: "S6", style: { brackets: "Big" } },
  { id: "S7", style: { space: " " } },
  { id: "S7", style: { space: "\\," } },
  { id: "S7", style: { space: "\\;" } },
  { id: "S7", style: { space: "\\!" } },
  { id: "S7", style: { space: "~" } },
  { id: "S8", style: { bareScripts: true } },
  { id: "S9", style: { squareRoot: "bare" } },
  { id: "S9", style: { squareRoot: "power" } },
  { id: "S10", style: { squareRoot: "root" } },
  { id: "S11", style: { thousands: "comma" } },
  { id: "S11", style: { thousands: "braced" } },
  { id: "S11", style: { thousands: "thin" } },
  { id: "S21", style: { unicode: true }, holds: isLenient },
  { id: "S22", style: { argument: "bare" } },
  { id: "S22", style: { argument: "braces" } },
  { id: "S36", style: { argument: "operatorname" } },
  { id: "S23", style: { logarithm: "log_e" } },
  { id: "S24", style: { bars: "left" } },
  { id: "S24", style: { bars: "vert" } },
  { id: "S25", style: { binomial: "choose" } },
  { id: "S25", style: { binomial: "dbinom" } },
  { id: "S25", style: { binomial: "call" }, holds: ({ notation }) => notation === "any" },
  { id: "S26", style: { exponential: "exp" } },
  { id: "S26", style: { exponential: "upright" } },
  { id: "S29", style: { barePoint: true } },
  { id: "S30", style: { spareBraces: true } },
];

/** What is put around an answer, and changes nothing. */
export interface Layout {
  readonly id: string;
  readonly title: string;
  readonly write: (latex: string) => string;
}

/** The ways that stand around an answer. */
export const LAYOUTS: readonly Layout[] = [
  { id: "S12", title: "a full stop behind it", write: (latex) => `${latex}.` },
  { id: "S12", title: "spaces around it", write: (latex) => `  ${latex}\n` },
  { id: "S13", title: "in dollars", write: (latex) => `$${latex}$` },
  { id: "S13", title: "in round math brackets", write: (latex) => `\\(${latex}\\)` },
  { id: "S30", title: "in display style", write: (latex) => `\\displaystyle ${latex}` },
  { id: "S30", title: "in spare braces", write: (latex) => `{${latex}}` },
  { id: "S38", title: "lines that end as in Windows", write: (latex) => `\r\n${latex}\t\r\n` },
];

/** The plain style, changed by forms, the last of which wins. */
export function styleOf(forms: readonly StyleForm[]): Style {
  if (forms.length === 0) return PLAIN_STYLE;
  let style = PLAIN_STYLE;
  for (const form of forms) style = { ...style, ...form.style };
  return style;
}
