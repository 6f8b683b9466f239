import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../../../src/cli/audit/formats/index.js";
import { shownText } from "../../../../src/cli/audit/formats/wording.js";
import type { AuditReport } from "../../../../src/cli/audit/report.js";
import { runAudit } from "../../../../src/cli/audit/run-audit.js";

/** A verifier that pays whatever holds a tag, or the reference. */
const target = (completion: string, gold: string): boolean =>
  completion.includes(gold) || completion.includes("<b>");

let report: AuditReport;

beforeAll(async () => {
  report = await runAudit(target, {
    title: "./a <b> & 'c'.ts#judge",
    version: "1.2.3",
    plan: { kind: "verifier" },
    seed: 3,
    cases: 600,
    kinds: ["integer"],
    policy: {},
    shrinkEvaluations: 30,
    baseline: new Set(["F-gone"]),
    onProgress: () => undefined,
  });
});

describe("every format", () => {
  it.each(["markdown", "html", "junit", "sarif", "json"] as const)("%s names what was found", (name) => {
    const text = FORMATS[name](report);
    expect(report.findings.length).toBeGreaterThan(3);
    const fingerprints = report.findings.filter(({ id }) => text.includes(id));
    expect(fingerprints.length).toBe(report.findings.length);
    expect(text.endsWith("\n")).toBe(true);
  });

  it.each(["html", "junit"] as const)("%s lets no text of a case become markup", (name) => {
    expect(FORMATS[name](report)).not.toContain("<b>");
    expect(FORMATS[name](report)).toContain("&lt;b&gt;");
  });

  it("JUnit counts laws, of which known findings fail none", () => {
    const known = { ...report, findings: report.findings.map((finding) => ({ ...finding, known: true })) };
    expect(FORMATS.junit(report)).toMatch(/<testsuites tests="\d+" failures="[1-9]\d*">/);
    expect(FORMATS.junit(known)).toMatch(/<testsuites tests="\d+" failures="0">/);
  });

  it("SARIF has a fingerprint and a level for each result, and the file of the target", () => {
    const { version, runs } = JSON.parse(FORMATS.sarif({ ...report, target: "python:./a/b.py:f" })) as {
      version: string;
      runs: { results: Record<string, unknown>[]; tool: { driver: { rules: { id: string }[] } } }[];
    };
    expect(version).toBe("2.1.0");
    const rules = runs[0]?.tool.driver.rules.map(({ id }) => id);
    for (const result of runs[0]?.results ?? []) {
      expect(rules).toContain(result.ruleId);
      expect(result.locations).toMatchObject([{ physicalLocation: { artifactLocation: { uri: "a/b.py" } } }]);
    }
  });

  it("Markdown keeps its tables whole", () => {
    const tables = FORMATS.markdown(report)
      .split("\n\n")
      .filter((block) => block.startsWith("|"));
    for (const table of tables) {
      const cells = table.split("\n").map((row) => row.replaceAll("\\|", "").split("|").length);
      expect(new Set(cells).size).toBe(1);
    }
    expect(tables.length).toBeGreaterThan(2);
  });
});

it("tells what the baseline had and is gone", () => {
  expect(report.stale).toEqual(["F-gone"]);
  expect(FORMATS.markdown(report)).toContain("gone: F-gone");
});

it("finds that a text is paid on every reference, which is critical", () => {
  expect(report.findings[0]).toMatchObject({ severity: "critical", entry: "K9", universality: 1 });
});

describe("a text in a report", () => {
  it.each([
    ["a\nb\r\t", "a\\nb\\r\\t"],
    ["\u0000\u200b\ud800\u202e", "\\u0000\\u200b\\ud800\\u202e"],
    ["数 é", "数 é"],
  ])("%j is shown as %s", (text, shown) => expect(shownText(text)).toBe(shown));

  it("is cut where it is long", () => {
    expect(shownText("9".repeat(5000))).toMatch(/^9{160}… \(5000 characters\)$/);
  });
});

describe("the report of a reward", () => {
  const ofReward = (...golds: readonly string[]): AuditReport => {
    const { rates, policy, ...rest } = report;
    expect([rates, policy]).not.toContain(undefined);
    const plain = report.findings.filter(({ universality }) => universality === undefined);
    const findings = golds.flatMap((gold, i) =>
      plain.slice(i, i + 1).map((finding) => ({ ...finding, gold })),
    );
    return { ...rest, kind: "format", options: { preset: "trl" }, findings };
  };

  it.each(["markdown", "html"] as const)(
    "in %s has no rates, and references only where they differ",
    (name) => {
      const plain = FORMATS[name](ofReward("", ""));
      expect(plain).toContain("A reward of the kind format, with the options");
      for (const absent of ["Youden", "accepted on", "References are"]) expect(plain).not.toContain(absent);
      expect(FORMATS[name](ofReward("same of all 77", "same of all 77"))).not.toContain("same of all 77");
      expect(FORMATS[name](ofReward("reference 77", "reference 88"))).toContain("reference 88");
    },
  );

  it.each(["junit", "sarif"] as const)("in %s names no reference where there is none", (name) => {
    expect(FORMATS[name](ofReward("reference 77"))).toContain(" for reference 77");
    expect(FORMATS[name](ofReward(""))).not.toMatch(/ for ["&;]/);
  });
});
