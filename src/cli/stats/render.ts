import { codePointLength } from "../../text/length.js";
import type { Table } from "./tables.js";

/** What a terminal shows at least in a line. */
const MAX_LINE = 80;

/** A name is not cut below this. */
const LEAST_NAME = 12;

const GAP = "  ";

/** Names come from files: what would move the cursor is shown as a mark. */
const printable = (text: string): string => text.replace(/\p{C}/gu, "\ufffd");

function cut(text: string, width: number): string {
  if (codePointLength(text) <= width) return text;
  return `${Array.from(text)
    .slice(0, width - 1)
    .join("")}…`;
}

/** A column of names that are all the same tells nothing. */
function withoutSameNames({ head, rows, title }: Table): Table {
  const isSame =
    head[0] === "data set" && head[1] !== "rows" && new Set(rows.map(([name]) => name)).size === 1;
  return isSame
    ? { title, head: head.slice(1), rows: rows.map((row) => row.slice(1)) }
    : { title, head, rows };
}

/** Whether a column holds names and not figures. */
const NAMES: ReadonlySet<string> = new Set(["data set", "reward", "rewards", "of"]);

const isName = (head: readonly string[], at: number): boolean => NAMES.has(head[at] ?? "");

/** As wide as the cells; but names are cut where the line would be too long. */
function columnWidths(head: readonly string[], cells: readonly (readonly string[])[]): number[] {
  const widths = head.map((_, at) => Math.max(...cells.map((row) => codePointLength(row[at] ?? ""))));
  const figures = widths.filter((_, at) => !isName(head, at)).reduce((sum, width) => sum + width, 0);
  const names = widths.length - widths.filter((_, at) => !isName(head, at)).length;
  const left = Math.floor((MAX_LINE - figures - GAP.length * widths.length) / Math.max(names, 1));
  return widths.map((width, at) => (isName(head, at) ? Math.min(width, Math.max(left, LEAST_NAME)) : width));
}

function textTable(table: Table): string {
  const { title, head, rows } = withoutSameNames(table);
  const cells = [head, ...rows].map((row) => row.map(printable));
  const widths = columnWidths(head, cells);
  const lines = cells.map((row) =>
    row
      .map((cell, at) => {
        const text = cut(cell, widths[at] ?? 0);
        const gap = " ".repeat((widths[at] ?? 0) - codePointLength(text));
        return isName(head, at) ? text + gap : gap + text;
      })
      .join(GAP)
      .trimEnd(),
  );
  return [cut(printable(title), MAX_LINE), ...lines.map((line) => GAP + line)].join("\n");
}

/** The tables as a terminal shows them. */
export function textOf(tables: readonly Table[]): string {
  if (tables.length === 0) return "There are no rows.\n";
  return `${tables.map(textTable).join("\n\n")}\n`;
}

const escaped = (cell: string): string =>
  printable(cell)
    .replaceAll("\\", "\\\\")
    .replace(/[|<>&`*_[\]]/g, "\\$&");

function markdownTable({ title, head, rows }: Table): string {
  const rule = head.map((name) => (NAMES.has(name) ? "---" : "---:"));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const body = rows.map((row) => line(row.map(escaped)));
  return [`## ${escaped(title)}`, "", line(head), line(rule), ...body].join("\n");
}

/** The tables as Markdown. */
export function markdownOf(tables: readonly Table[]): string {
  if (tables.length === 0) return "There are no rows.\n";
  return `${tables.map(markdownTable).join("\n\n")}\n`;
}
