import { LAW_TITLES, type LawId } from "../../../testing/index.js";
import type { AuditReport } from "../report.js";
import { conclusion, findingColumns, rateRows, scope, shownText } from "./wording.js";

/** A code span that may hold anything, in a cell of a table. */
function code(text: string): string {
  const shown = shownText(text).replaceAll("|", "\\|");
  if (shown === "") return "(empty)";
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 || shown.trim() !== shown ? " " : "";
  return `${fence}${space}${shown}${space}${fence}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function findingTable(report: AuditReport): string {
  const columns = findingColumns(report);
  const rows = report.findings.map((finding) =>
    columns.map(({ of, isCode }) => (isCode ? code(of(finding)) : of(finding).replaceAll("|", "\\|"))),
  );
  return table(
    columns.map(({ title }) => title),
    rows,
  );
}

function lawRows({ coverage }: AuditReport): string[][] {
  return Object.entries(coverage.laws).map(([law, [drawn, failed]]) => [
    law,
    LAW_TITLES[law as LawId],
    String(drawn),
    String(failed),
  ]);
}

/** Each entry of the catalogue by kind: cases drawn, and behind a slash those that failed. */
function matrix({ coverage }: AuditReport): string {
  const kinds = [...new Set(Object.values(coverage.matrix).flatMap((row) => Object.keys(row)))];
  const rows = Object.entries(coverage.matrix).map(([entry, row]) => [
    shownText(entry).replaceAll("|", "\\|"),
    ...kinds.map((kind) => {
      const [drawn, failed] = row[kind] ?? [];
      return drawn === undefined ? "" : failed ? `${drawn}/**${failed}**` : String(drawn);
    }),
  ]);
  return table(["entry", ...kinds], rows);
}

/** A report that reads well as it is, and as a comment of a pull request. */
export function markdownReport(report: AuditReport): string {
  const { target, findings, stale, policy } = report;
  const rates = rateRows(report);
  const sections = [
    `# Audit of ${code(target)}`,
    `**${conclusion(report)}.** ${scope(report)}`,
    ...(rates.length === 0 ? [] : [table(["rate", "value (95 % interval)"], rates)]),
    ...(findings.length === 0 ? [] : ["## Findings", findingTable(report)]),
    ...(stale.length === 0 ? [] : [`Findings of the baseline that are gone: ${stale.join(", ")}.`]),
    "## Laws",
    table(["law", "what it asks", "cases", "failed"], lawRows(report)),
    ...(policy === undefined
      ? []
      : [`References are ${policy.reference}; answers stand in: ${policy.extraction.join(", ")}.`]),
    `<details><summary>Coverage: cases drawn / failed</summary>\n\n${matrix(report)}\n\n</details>`,
  ];
  return `${sections.join("\n\n")}\n`;
}
