import { LAW_TITLES, type LawId } from "../../../testing/index.js";
import type { AuditReport } from "../report.js";
import { escapeMarkup } from "./markup.js";
import { conclusion, findingColumns, rateRows, scope, shownText } from "./wording.js";

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; margin: 1rem 0; }
  th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; }
  code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; background: #8882; padding: 0 .25em; }
  .critical, .high { color: #d33; font-weight: 600; } .medium { color: #c80; } .known { opacity: .6; }
  .matrix { overflow-x: auto; } .matrix td { text-align: right; } .failed { background: #d334; } .drawn { background: #3a32; }
`;

const code = (text: string): string =>
  text === "" ? "(empty)" : `<code>${escapeMarkup(shownText(text))}</code>`;

/** Cells are markup. */
function table(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((title) => `<th scope="col">${escapeMarkup(title)}</th>`).join("");
  return `<table><thead><tr>${cells}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

const row = (cells: readonly string[], className = ""): string =>
  `<tr${className && ` class="${className}"`}>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

function findingTable(report: AuditReport): string {
  const columns = findingColumns(report);
  const rows = report.findings.map((finding) => {
    const cells = columns.map(({ title, of, isCode }) => {
      if (isCode) return code(of(finding));
      const text = escapeMarkup(of(finding));
      return title === "severity" ? `<span class="${finding.severity}">${text}</span>` : text;
    });
    return row(cells, finding.known ? "known" : "");
  });
  return table(
    columns.map(({ title }) => title),
    rows,
  );
}

function matrix({ coverage }: AuditReport): string {
  const kinds = [...new Set(Object.values(coverage.matrix).flatMap((cells) => Object.keys(cells)))];
  const rows = Object.entries(coverage.matrix).map(([entry, cells]) => {
    const counts = kinds.map((kind) => {
      const [drawn, failed = 0] = cells[kind] ?? [];
      if (drawn === undefined) return "<td></td>";
      const className = failed > 0 ? "failed" : drawn > 0 ? "drawn" : "";
      return `<td class="${className}">${drawn}${failed > 0 ? `/${failed}` : ""}</td>`;
    });
    return `<tr><th scope="row">${escapeMarkup(shownText(entry))}</th>${counts.join("")}</tr>`;
  });
  return table(["entry", ...kinds], rows);
}

/** One page that holds all it needs. */
export function htmlReport(report: AuditReport): string {
  const { target, findings, stale, coverage } = report;
  const title = `Audit of ${escapeMarkup(target)}`;
  const laws = Object.entries(coverage.laws).map(([law, [drawn, failed]]) =>
    row([law, escapeMarkup(LAW_TITLES[law as LawId]), String(drawn), String(failed)]),
  );
  const rates = rateRows(report).map((cells) => row(cells.map(escapeMarkup)));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body><main>
<h1>${title}</h1>
<p><strong>${escapeMarkup(conclusion(report))}.</strong> ${escapeMarkup(scope(report))}</p>
${rates.length === 0 ? "" : table(["rate", "value (95 % interval)"], rates)}
${findings.length === 0 ? "" : `<h2>Findings</h2>\n${findingTable(report)}`}
${stale.length === 0 ? "" : `<p>Findings of the baseline that are gone: ${stale.join(", ")}.</p>`}
<h2>Laws</h2>
${table(["law", "what it asks", "cases", "failed"], laws)}
<h2>Coverage: cases drawn / failed</h2>
<div class="matrix">${matrix(report)}</div>
</main></body></html>
`;
}
