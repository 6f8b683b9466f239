import type { Severity } from "../../../testing/index.js";
import type { AuditFinding, AuditReport } from "../report.js";
import { shownCase, shownText } from "./wording.js";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

const ruleId = ({ law, entry, type }: AuditFinding): string => `${law}/${entry}/${type}`;

/** Where the target stands: its file, if it is one, so that a pull request shows the finding there. */
function uriOf(target: string): string {
  const file = /^(?:python:|py:)?(.+?\.(?:py|[cm]?[jt]s))(?:[#:].*)?$/.exec(target)?.[1];
  return (file ?? target).replace(/^\.\//, "");
}

const resultOf = (finding: AuditFinding, uri: string): object => ({
  ruleId: ruleId(finding),
  level: LEVELS[finding.severity],
  message: {
    text:
      `${finding.title}: ${shownCase(finding)}; ` +
      `expected ${finding.expected}, was ${shownText(finding.actual)}.`,
  },
  locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(uri) }, region: { startLine: 1 } } }],
  partialFingerprints: { "grpoRewardsAudit/v1": finding.id },
  baselineState: finding.known ? "unchanged" : "new",
  ...(finding.known && { suppressions: [{ kind: "external" }] }),
});

/** SARIF 2.1.0, for code scanning. */
export function sarifReport({ tool, target, findings }: AuditReport): string {
  const rules = new Map(findings.map((finding) => [ruleId(finding), finding.title]));
  const uri = uriOf(target);
  const run = {
    tool: {
      driver: {
        name: `${tool.name} audit`,
        semanticVersion: tool.version,
        rules: [...rules].map(([id, title]) => ({
          id,
          shortDescription: { text: title === "" ? id : title },
        })),
      },
    },
    results: findings.map((finding) => resultOf(finding, uri)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
