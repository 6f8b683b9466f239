import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AuditReport } from "../../src/cli/audit/report.js";
import { ListeningServer } from "./listening-server.js";
import { audit, fixture, reportOf } from "./run-audit.js";

const folder = mkdtempSync(join(tmpdir(), "audit-rewards-"));
const node = (name: string): string => `${fixture("audited-rewards.ts")}#${name}`;
const python = (name: string): string => `python:${fixture("audited_rewards.py")}:${name}`;
const FORMAT = ["--kind", "format", "--range", "0,1"];

const lawsBroken = ({ findings }: AuditReport): string[] =>
  [...new Set(findings.map(({ law }) => law))].sort();

describe("rewards of this library", () => {
  it.each(["tag_count", "length", "repetition_penalty", "countdown"])(
    "%s has no fault by its kind",
    (name) => {
      expect(reportOf(name)).toMatchObject({ code: 0, verdict: "pass", findings: [] });
    },
  );

  it("are made of the options that are given", () => {
    const report = reportOf("length", "--options", '{"unit":"tokens"}', "--trait", "unit=tokens");
    expect(report).toMatchObject({ code: 0, kind: "length", options: { unit: "tokens" }, findings: [] });
    expect(audit("length", "--options", '{"unit":"metres"}')).toMatchObject({ code: 2, stdout: "" });
    expect(audit("regex_format").stderr).toContain("Give them by --options");
  });
});

describe("rewards in a module", () => {
  it("of a format are shown with the shortest text that fools them, and without references", () => {
    const target = node("blocks");
    const report = reportOf(target, ...FORMAT);
    expect(report).toMatchObject({ code: 1, kind: "format", verdict: "fail" });
    expect(report).not.toHaveProperty("rates");
    expect(lawsBroken(report)).toEqual(["F3", "F5", "F6", "F7"]);
    const { stdout } = audit(target, ...FORMAT);
    expect(stdout).toContain("A reward of the kind format.");
    expect(stdout).toContain("| id | severity | law | completion | expected | was | cases |");
    expect(stdout).not.toMatch(/Youden|References are|accepted on/);
  });

  it.each(["process", "thread", "none"])("say the same when they run in a %s", (isolation) => {
    const flags = [node("blocks"), ...FORMAT, "--seed", "3", "--format", "json"];
    const { stdout } = audit(...flags, "--isolation", isolation, "--jobs", "2");
    expect(stdout).toBe(audit(...flags, "--jobs", "1").stdout);
  });

  it.each(["process", "thread"])("that hang are killed in a %s, at the text that hangs", (isolation) => {
    const flags = ["--isolation", isolation, "--timeout", "1000", "--shrink", "2"];
    const { findings, code } = reportOf(node("hanging"), ...FORMAT, ...flags);
    expect(code).toBe(1);
    const hangs = findings.filter(({ type }) => type === "hang");
    expect(hangs.map(({ law, severity }) => [law, severity])).toEqual([["R6", "critical"]]);
    expect(hangs[0]?.completion).toContain("</answer>".repeat(100));
    expect(findings.some(({ law }) => law === "F6")).toBe(true);
  });

  it("that are made by a factory take options, and traits say what they mean to do", () => {
    const flags = ["--kind", "length", "--options", '{"most":500}', "--trait", "maxLength=500"];
    expect(lawsBroken(reportOf(node("brevity"), ...flags))).toEqual(["N2"]);
    expect(reportOf(node("brevity"), ...flags, "--trait", "unit=utf16").code).toBe(0);
  });

  it("that are compositions are asked for their sum", () => {
    const flags = ["--kind", "composite", "--trait"];
    expect(reportOf(node("sum"), ...flags, "weights=1,0.25")).toMatchObject({ code: 0, findings: [] });
    expect(lawsBroken(reportOf(node("sum"), ...flags, "weights=1,0.5"))).toEqual(["W1", "W2"]);
  });

  it("that are verifiers are told from rewards", () => {
    const { code, stderr } = audit(node("judge"), ...FORMAT);
    expect(code).toBe(3);
    expect(stderr).toContain("--kind verifier");
  });

  it("have their known findings in a baseline", () => {
    const file = join(folder, "baseline.json");
    expect(audit(node("blocks"), ...FORMAT, "--format", "json", "-o", file).code).toBe(1);
    expect(audit(node("blocks"), ...FORMAT, "--baseline", file).code).toBe(0);
  });
});

describe("rewards in Python", () => {
  it("may take conversations, which is found out", () => {
    const report = reportOf(python("search_format"), ...FORMAT);
    expect(lawsBroken(report)).toContain("F7");
    expect(report.coverage.laws.F1?.[1]).toBe(0);
    const told = audit(python("search_format"), ...FORMAT, "--completions", "texts");
    expect(told.code).toBe(3);
    expect(told.stderr).toContain("it cannot score '<think>");
  });

  it("may be asynchronous, and take what TRL hands them", () => {
    const { coverage, findings } = reportOf(python("slow_format"), ...FORMAT);
    expect(coverage.laws.F1?.[1]).toBe(0);
    expect(findings.filter(({ type }) => type === "crash")).toEqual([]);
  });

  it("are handed completions in the form that they pay", () => {
    const flags = ["--kind", "any", "--gold-column", "answer", "--range", "0,1"];
    expect(reportOf(python("either_form"), ...flags).coverage.laws.R9).toEqual([1, 0]);
  });

  it("may count the tokens of a completion", () => {
    const flags = ["--kind", "length", "--trait", "unit=tokens", "--trait", "maxLength=1001"];
    expect(lawsBroken(reportOf(python("short_enough"), ...flags))).toEqual([]);
  });

  it("are found out if they compare a batch, or change what they are given", () => {
    expect(lawsBroken(reportOf(python("batch_best"), "--kind", "any"))).toContain("R4");
    expect(lawsBroken(reportOf(python("batch_best"), "--kind", "any", "--group"))).not.toContain("R4");
    expect(
      lawsBroken(reportOf(python("sorts_columns"), "--kind", "any", "--gold-column", "answer")),
    ).toContain("R3");
  });

  it("that read a column which no row has say so, and take rows that have it", () => {
    const missing = audit(python("sorts_columns"), "--kind", "any");
    expect(missing.code).toBe(3);
    expect(missing.stderr).toContain("it reads answer, which no row has");
    const rows = join(folder, "rows.jsonl");
    writeFileSync(
      rows,
      `${JSON.stringify({ columns: { answer: "42" }, right: ["42"], wrong: ["4 2"] })}\n\n`,
    );
    expect(reportOf(python("sorts_columns"), "--kind", "any", "--tasks", rows).code).toBe(1);
    writeFileSync(rows, '{"columns": {}}');
    const bad = audit(python("sorts_columns"), "--kind", "any", "--tasks", rows);
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    expect(bad.stderr).toContain("right");
    expect(audit("think_format", "--tasks", join(folder, "none.jsonl")).code).toBe(2);
  });

  it("that hang or end their process do so at one text", () => {
    const flags = [...FORMAT, "--timeout", "1500", "--shrink", "2"];
    const { findings } = reportOf(python("fragile"), ...flags);
    const ended = findings.filter(({ type }) => type === "hang" || type === "crash");
    expect(ended.map(({ type, law }) => `${type} ${law}`).sort()).toEqual(["crash R6", "hang R6"]);
    expect(ended.find(({ type }) => type === "crash")?.actual).toContain("code 7");
  });

  it("of the countdown game are found to evaluate what they should not", () => {
    const report = reportOf(
      python("countdown"),
      "--kind",
      "countdown",
      "--range",
      "0,1",
      "--timeout",
      "1500",
    );
    const titles = report.findings.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["a power", "a quotient without its rest", "a tower"]));
    const tower = report.findings.find(({ title }) => title === "a tower");
    expect(tower).toMatchObject({
      type: "hang",
      severity: "critical",
      completion: "<answer>9**9**9**9</answer>",
    });
    expect(report.coverage.laws.T1?.[1]).toBe(0);
  });
});

it("audits rewards of a server by their kind", async () => {
  const server = new ListeningServer(["--http", "127.0.0.1:0"]);
  try {
    const url = await server.listening("url");
    expect(reportOf(`${url}#length`, "--kind", "length")).toMatchObject({ code: 0, findings: [] });
    const tokens = ["--options", '{"unit":"tokens","maxLength":1000,"cache":500}', "--trait", "unit=tokens"];
    const overlong = reportOf(`${url}#soft_overlong_punishment`, "--kind", "length", ...tokens);
    expect(overlong).toMatchObject({ code: 0, findings: [] });
    expect(lawsBroken(reportOf(`${url}#tag_count`, ...FORMAT))).toEqual(["F6", "F7"]);
  } finally {
    server.child.kill();
    await server.exit;
  }
});

it("tells what is of rewards only", () => {
  const { code, stderr } = audit("accuracy", "--trait", "unit=tokens");
  expect(code).toBe(2);
  expect(stderr).toContain("of rewards only");
  expect(audit("tag_count", "--trait", "unit=tokens").stderr).toContain("is no trait of the kind format");
});
