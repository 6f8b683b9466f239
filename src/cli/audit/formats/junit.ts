import { LAW_TITLES, type LawId } from "../../../testing/index.js";
import type { AuditFinding, AuditReport } from "../report.js";
import { escapeMarkup } from "./markup.js";
import { shownCase, shownText } from "./wording.js";

const failure = (finding: AuditFinding): string => {
  const { id, severity, type, expected, actual } = finding;
  const message = `${id} (${severity}, ${type}): ${shownCase(finding)}`;
  return `      <failure message="${escapeMarkup(message)}">${escapeMarkup(`expected ${expected}; was ${shownText(actual)}`)}</failure>`;
};

/** One test for each law. Known findings do not fail it. */
export function junitReport({ target, findings, coverage }: AuditReport): string {
  const laws = Object.keys(coverage.laws) as LawId[];
  const failures = (law: LawId): readonly AuditFinding[] =>
    findings.filter((finding) => finding.law === law && !finding.known);
  const cases = laws.map((law) => {
    const name = escapeMarkup(`${law}: ${LAW_TITLES[law]}`);
    const inside = failures(law).map(failure).join("\n");
    return inside === ""
      ? `    <testcase classname="audit" name="${name}"/>`
      : `    <testcase classname="audit" name="${name}">\n${inside}\n    </testcase>`;
  });
  const failed = laws.filter((law) => failures(law).length > 0).length;
  const counts = `tests="${laws.length}" failures="${failed}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeMarkup(`grpo-rewards audit ${target}`)}" ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>\n",
  ].join("\n");
}
