import { asciiDigits, pythonStrip } from "../text/index.js";
import { NORMAL_FORMS } from "./normal-form.js";
import { parseDecimal, type Quotient } from "./quotient.js";

const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ["\\{", "\\}"],
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
  ["$", "$"],
];
/** A bracket, or what separates items; the separator of an inner list separates no items of the outer one. */
const BOUNDARY = /([([{])|([)\]}])|[,;\n、，]|\s(?:and|&)\s/g;
const QUOTED = /^(["'`])(.*)\1$/s;

/** Without the brackets and dollar signs around a list. */
function unwrap(text: string): string {
  const inner = pythonStrip(text);
  const pair = BRACKETS.find(
    ([open, close]) =>
      inner.length > open.length &&
      inner.startsWith(open) &&
      inner.endsWith(close) &&
      !inner.slice(1, -1).includes(open),
  );
  return pair === undefined ? inner : unwrap(inner.slice(pair[0].length, inner.length - pair[1].length));
}

/** A decimal in the one form that its value has. */
function decimalForm({ num, den }: Quotient): string {
  let [above, below] = [num, den];
  while (below > 1n && above % 10n === 0n) [above, below] = [above / 10n, below / 10n];
  return `${above}/${below}`;
}

/** The form in which an item is compared: the value of a decimal, else the text without regard to case. */
export function listItem(text: string): string {
  const stripped = pythonStrip(text);
  const plain = QUOTED.exec(stripped)?.[2] ?? stripped;
  const value = parseDecimal(asciiDigits(plain.replace("−", "-")));
  return value === null ? NORMAL_FORMS.case(plain) : decimalForm(value);
}

function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: boundary, 1: open, 2: close, index } of text.matchAll(BOUNDARY)) {
    if (open !== undefined) depth++;
    else if (close !== undefined) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      items.push(text.slice(start, index));
      start = index + boundary.length;
    }
  }
  return [...items, text.slice(start)];
}

/** The items of a list that is written out: separated by commas, semicolons, line breaks or "and", in any brackets. */
export function listItems(text: string): readonly string[] {
  return splitItems(unwrap(text))
    .map(listItem)
    .filter((item) => item !== "");
}
