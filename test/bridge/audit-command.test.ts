import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AuditReport } from "../../src/cli/audit/report.js";
import { ListeningServer } from "./listening-server.js";
import { audit, fixture, reportOf } from "./run-audit.js";

const folder = mkdtempSync(join(tmpdir(), "audit-"));

/** The report in JSON, and the exit code. Whole numbers alone make few cells, which few cases fill. */
const report = (target: string, ...args: readonly string[]): ReturnType<typeof reportOf> =>
  reportOf(target, ...FEW, ...args);

const FEW = ["--kinds", "integer", "--cases", "700"];

const found = ({ findings }: AuditReport): string[] => findings.map(({ type, entry }) => `${type} ${entry}`);

describe("exit codes", () => {
  it("0: this library's own verifier has no fault", () => {
    expect(report("accuracy")).toMatchObject({ code: 0, verdict: "pass", findings: [] });
  });

  it("1: faults, each with a short case", () => {
    const { code, findings } = report(`${fixture("audited.ts")}#substring`);
    expect(code).toBe(1);
    const longer = findings.find(({ title }) => title === "a digit behind it");
    expect(longer).toMatchObject({ law: "L21", type: "falsePositive", severity: "high" });
  });

  it("2: what cannot be meant", () => {
    expect(audit("acuracy")).toMatchObject({ code: 2, stdout: "" });
    expect(audit("acuracy").stderr).toContain('Did you mean "accuracy"?');
    expect(audit("accuracy", "--policy", "nonsense=1").code).toBe(2);
    expect(audit("accuracy", "--kinds", "integer,intger").stderr).toContain(
      'no kind "intger"; kinds are integer,',
    );
    expect(audit("accuracy", "--baseline", fixture("audited.ts")).stderr).toContain(
      "is no report of an audit",
    );
    expect(audit("python:nothing").stderr).toContain("python:package.module:function");
    expect(audit("countdown", "--kind", "verifier").stderr).toContain("countdown reads");
  });

  it("3: the target does not start, and the reason is told", () => {
    const missing = audit(`${fixture("audited.ts")}#nothing`);
    expect(missing).toMatchObject({ code: 3, stdout: "" });
    expect(missing.stderr).toContain("exports no nothing, but silent, substring: name one behind a #");
    expect(audit("python:no_such_module:f").stderr).toContain("No module named 'no_such_module'");
    const unheard = audit("http://127.0.0.1:9/");
    expect(unheard.code).toBe(3);
    expect(unheard.stderr).toMatch(/rpc cannot be asked: Error: (?:connect|bad port)/);
    expect(audit(fixture("audited.ts")).stderr).toMatch(
      /exports no default, but .*substring.*: name one behind a #/,
    );
    expect(audit(fixture("no-such.ts")).stderr).not.toContain("Require stack");
    const silent = audit(`${fixture("audited.ts")}#silent`);
    expect(silent).toMatchObject({ code: 3, stdout: "" });
    expect(silent.stderr).toContain(
      'completion "1" and the reference "1" there was: nothing instead of a score',
    );
  });

  it("4: too little was tried", () => {
    expect(report("accuracy", "--cases", "20")).toMatchObject({ code: 4, verdict: "inconclusive" });
  });
});

describe("a target that hangs, or ends its process", () => {
  it.each(["process", "thread"])("does so in a %s of its own, and what follows is judged", (isolation) => {
    const target = `${fixture("audited-fragile.mjs")}#fragile`;
    // What exits ends its thread or its process.
    const faults = report(target, "--timeout", "1500", "--isolation", isolation, "--shrink", "3");
    expect(found(faults)).toEqual(expect.arrayContaining(["hang K55", "crash K6"]));
    expect(faults.coverage.matrix.K60?.harness?.[0]).toBe(6);
  });

  it("may be written in Python, and may take all memory", () => {
    const faults = report(
      `python:${fixture("audited.py")}:plain`,
      "--timeout",
      "3000",
      "--memory",
      "512",
      "--shrink",
      "3",
    );
    expect(found(faults)).toEqual(expect.arrayContaining(["hang K55", "crash K6", "crash K58"]));
    const crash = faults.findings.find(({ entry }) => entry === "K6");
    expect(crash?.actual).toContain("the process ended with code 7");
  });

  it.runIf(process.platform === "linux")("is loaded once in Python, however often it is killed", () => {
    const loads = join(folder, "loads");
    const target = `python:${fixture("audited.py")}:plain`;
    const flags = [...FEW, "--timeout", "500", "--jobs", "1", "--shrink", "1"];
    process.env.AUDITED_LOADS = loads;
    const { stdout } = audit(target, ...flags);
    delete process.env.AUDITED_LOADS;
    expect(stdout).toContain("none in time");
    expect(readFileSync(loads, "utf8")).toBe("loaded\n");
  });
});

describe("rewards in Python", () => {
  it.each(["conversations", "compute_score"])("of the shape of %s", (name) => {
    const { laws } = report(`python:${fixture("audited.py")}:${name}`, "--shrink", "1").coverage;
    expect(laws.L5?.[1]).toBe(0);
    expect(laws.L21?.[1]).toBe(0);
    expect(laws.L3?.[1]).toBeGreaterThan(0);
  });

  it("that mix up the order of a batch", () => {
    const faults = report(`python:${fixture("audited.py")}:reversed_batch`, "--shrink", "1");
    expect(faults.findings.map(({ law }) => law)).toContain("L16");
  });
});

it("audits a reward of a server", async () => {
  const server = new ListeningServer(["--http", "127.0.0.1:0"]);
  try {
    const url = await server.listening("url");
    expect(report(`${url}#accuracy`)).toMatchObject({ code: 0, findings: [] });
    expect(report(`${url}#exact_match`, "--shrink", "1").code).toBe(1);
    expect(audit(`${url}#nothing`).stderr).toContain('There is no reward named "nothing"');
  } finally {
    server.child.kill();
    await server.exit;
  }
});

describe("a report", () => {
  const target = `${fixture("audited.ts")}#substring`;
  const flags = ["--seed", "5", "--shrink", "20", ...FEW];

  it("is the same for a seed, whatever judges, and however many of them", () => {
    const first = audit(target, ...flags, "--format", "json", "--jobs", "1").stdout;
    expect(first.length).toBeGreaterThan(1000);
    for (const jobs of ["2", "4"])
      expect(audit(target, ...flags, "--format", "json", "--jobs", jobs).stdout).toBe(first);
    expect(audit(target, ...flags, "--format", "json", "--isolation", "none").stdout).toBe(first);
    const other = flags.with(1, "6");
    expect(audit(target, ...other, "--format", "json").stdout).not.toBe(first);
  });

  it("takes the findings of a baseline for known, and tells those that are gone", () => {
    const file = join(folder, "baseline.json");
    const earlier = audit(target, ...flags, "--format", "json", "-o", file);
    expect(earlier).toMatchObject({ code: 1, stdout: "" });
    expect(earlier.stderr).toMatch(/\d+ findings/);
    expect(audit(target, ...flags, "--baseline", file).code).toBe(0);
    expect(audit(target, ...flags.with(1, "99"), "--baseline", file).stdout).toContain("(known)");
    const { findings, ...rest } = JSON.parse(readFileSync(file, "utf8")) as AuditReport;
    writeFileSync(file, JSON.stringify({ ...rest, findings: [...findings.slice(1), { id: "F-gone" }] }));
    const later = report(target, ...flags, "--baseline", file);
    expect(later.code).toBe(1);
    expect(later.stale).toEqual(["F-gone"]);
    expect(later.findings.filter(({ known }) => !known).map(({ id }) => id)).toEqual([findings[0]?.id]);
  });
});
