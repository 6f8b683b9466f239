import { LAW_TITLES, type LawId } from "../../../testing/index.js";
import type { AuditFinding, AuditReport } from "../report.js";
import { conclusion, describeLaw, percent, rateRows, shownText } from "./wording.js";

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

const findingRow = (finding: AuditFinding): readonly string[] => [
  finding.id + (finding.known ? " (known)" : ""),
  finding.severity,
  describeLaw(finding),
  code(finding.gold),
  code(finding.completion),
  `${finding.expected}; was ${shownText(finding.actual).replaceAll("|", "\\|")}`,
  String(finding.occurrences),
  finding.universality === undefined ? "" : percent(finding.universality),
];

const FINDING_HEAD = ["id", "severity", "law", "reference", "completion", "expected", "cases", "accepted on"];

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
    entry.replaceAll("|", "\\|"),
    ...kinds.map((kind) => {
      const [drawn, failed] = row[kind] ?? [];
      return drawn === undefined ? "" : failed ? `${drawn}/**${failed}**` : String(drawn);
    }),
  ]);
  return table(["entry", ...kinds], rows);
}

/** A report that reads well as it is, and as a comment of a pull request. */
export function markdownReport(report: AuditReport): string {
  const { target, seed, calls, findings, stale, coverage, policy } = report;
  const sections = [
    `# Audit of ${code(target)}`,
    `**${conclusion(report)}.** ${calls} calls, seed ${seed}; ${coverage.hit} of ${coverage.cells} cells of the catalogue.`,
    table(["rate", "value (95 % interval)"], rateRows(report)),
    ...(findings.length === 0 ? [] : ["## Findings", table(FINDING_HEAD, findings.map(findingRow))]),
    ...(stale.length === 0 ? [] : [`Findings of the baseline that are gone: ${stale.join(", ")}.`]),
    "## Laws",
    table(["law", "what it asks", "cases", "failed"], lawRows(report)),
    `References are ${policy.reference}; answers stand in: ${policy.extraction.join(", ")}.`,
    `<details><summary>Coverage: cases drawn / failed</summary>\n\n${matrix(report)}\n\n</details>`,
  ];
  return `${sections.join("\n\n")}\n`;
}
