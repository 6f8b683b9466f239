import { LAW_TITLES, type LawId, type Rate } from "../../../testing/index.js";
import { type AuditFinding, type AuditReport, newFindings } from "../report.js";

const LONGEST_TEXT = 160;

/** A text of a case on one line, cut where it is long, with all that is not plain spelt out. */
export function shownText(text: string): string {
  const plain = text.replace(/(?! )[\p{C}\p{Z}]/gu, escaped);
  return plain.length <= LONGEST_TEXT
    ? plain
    : `${plain.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}

function escaped(sign: string): string {
  const named = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[sign];
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return named ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** `1.2 % (0.4 to 2.9 %; 3 of 250)` */
const shownRate = ({ value, low95, high95, count, of }: Rate): string =>
  `${percent(value)} (${(100 * low95).toFixed(1)} to ${percent(high95)}; ${count} of ${of})`;

/** The law that a finding breaks, and the entry of the catalogue that shows it. */
const describeLaw = ({ law, entry, title }: AuditFinding): string =>
  // Some entries have no id of their own, but a title.
  [law, /^\w+$/.test(entry) && entry !== law ? entry : "", shownText(title)]
    .filter((part) => part !== "")
    .join(" ");

/** What came of the audit, in a sentence. */
export function conclusion(report: AuditReport): string {
  const fresh = newFindings(report).length;
  const known = report.findings.length - fresh;
  const behind = known > 0 ? `, ${known} known` : "";
  if (fresh > 0) return `${fresh} finding${fresh === 1 ? "" : "s"}${behind}`;
  return report.verdict === "inconclusive"
    ? `inconclusive: too little was tried${behind}`
    : `no findings${behind}`;
}

/** What is tabled of rates: what each is called, and the figure. */
export function rateRows({ rates, rollouts }: AuditReport): [string, string][] {
  if (rollouts !== undefined) {
    const broken = Object.entries(rollouts.rates).map(([law, share]): [string, string] => [
      `Broken: ${LAW_TITLES[law as LawId]}`,
      shownRate(share),
    ]);
    return [["Rollouts accepted", shownRate(rollouts.accepted)], ...broken];
  }
  if (rates === undefined) return [];
  const { falsePositive, falseNegative, youdenJ } = rates;
  const { value, low95, high95 } = youdenJ;
  return [
    ["Wrong answers accepted", shownRate(falsePositive)],
    ["Right answers rejected", shownRate(falseNegative)],
    ["Youden's J", `${value.toFixed(3)} (${low95.toFixed(3)} to ${high95.toFixed(3)})`],
  ];
}

/** What was asked: how often, of what, and of what it was made. */
export function scope({ kind, options, calls, seed, coverage, rollouts }: AuditReport): string {
  const made = options === undefined ? "" : `, with the options ${JSON.stringify(options)}`;
  const judged = kind === "verifier" ? "" : `A reward of the kind ${kind}${made}. `;
  const log = rollouts === undefined ? "" : `${rollouts.count} rollouts of a log, `;
  return `${judged}${log}${calls} calls, seed ${seed}; ${coverage.hit} of ${coverage.cells} cells of the catalogue.`;
}

/** The completion of a finding, and the reference that it is for, if there is one. */
export function shownCase({ completion, gold }: AuditFinding): string {
  const shown = completion === "" ? "(empty)" : shownText(completion);
  return gold === "" ? shown : `${shown} for ${shownText(gold)}`;
}

/** A column of the table of findings; texts of the target are code, which formats write in their own way. */
export interface FindingColumn {
  readonly title: string;
  readonly of: (finding: AuditFinding) => string;
  readonly isCode?: boolean;
}

const COMPLETION: FindingColumn = { title: "completion", of: ({ completion }) => completion, isCode: true };
const REFERENCE: FindingColumn = { title: "reference", of: ({ gold }) => gold, isCode: true };
const UNIVERSALITY: FindingColumn = {
  title: "accepted on",
  of: ({ universality }) => (universality === undefined ? "" : percent(universality)),
};

/** The columns in which findings differ: rewards may know no references, and only keys without one are tried on many. */
export function findingColumns({ kind, findings }: AuditReport): readonly FindingColumn[] {
  const hasReference = kind === "verifier" || new Set(findings.map(({ gold }) => gold)).size > 1;
  return [
    { title: "id", of: ({ id, known }) => `${id}${known ? " (known)" : ""}` },
    { title: "severity", of: ({ severity }) => severity },
    { title: "law", of: describeLaw },
    ...(hasReference ? [REFERENCE] : []),
    COMPLETION,
    { title: "expected", of: ({ expected }) => expected },
    { title: "was", of: ({ actual }) => actual, isCode: true },
    { title: "cases", of: ({ occurrences }) => String(occurrences) },
    ...(findings.some(({ universality }) => universality !== undefined) ? [UNIVERSALITY] : []),
  ];
}
