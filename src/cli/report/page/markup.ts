import { escapeMarkup } from "../../audit/formats/markup.js";

/** Markup that is safe to stand in a page. */
export interface Markup {
  readonly html: string;
}

type Child = Markup | string | number | null | readonly Child[];

/** Signs that are not seen, but for spaces; halves of signs; and those that turn around what stands behind them. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

const named = (sign: string): string =>
  `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;

/** A text all signs of which are seen: those that are not become their numbers. */
const legible = (text: string): string => text.replace(UNSEEN, named);

function toMarkup(child: Child): string {
  if (child === null) return "";
  if (typeof child === "number") return String(child);
  if (typeof child === "string") return escapeMarkup(legible(child));
  return "html" in child ? child.html : child.map(toMarkup).join("");
}

/** Markup with values in it: texts are escaped, lists are joined, `null` is nothing. Attributes stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return { html: String.raw({ raw: parts }, ...children.map(toMarkup)) };
}

/** A name that may wrap behind its underscores. */
export const wrappable = (name: string): Markup =>
  markup`${name.split("_").map((part, at) => (at === 0 ? part : markup`_<wbr>${part}`))}`;

/** Takes a text as markup as it stands: never one that comes from a file. */
export const trusted = (html: string): Markup => ({ html });
