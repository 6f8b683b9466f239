import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ListeningServer } from "./listening-server.js";
import { audit, fixture, reportOf } from "./run-audit.js";

const folder = mkdtempSync(join(tmpdir(), "audit-rollouts-"));

/** A log in which every third answer is wrong, and the score of the first row is stale if it is to be. */
function writeLog(name: string, isStale: boolean): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const [answer, isRight] = [37 * i + 11, i % 3 > 0];
    const stated = isRight ? answer : answer + 1;
    const completion = `<think>Let me see.</think>\n\nIt is ${stated}, so \\boxed{${stated}}`;
    const score = isStale && i === 0 ? 1 : Number(isRight);
    return JSON.stringify({
      prompt: `Q${i}?`,
      completion,
      answer: String(answer),
      scores: { accuracy: score },
    });
  });
  const path = join(folder, name);
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(rows.join("\n")) : rows.join("\n"));
  return path;
}

const log = writeLog("log.jsonl.gz", false);
const ask = (target: string, ...args: readonly string[]): ReturnType<typeof reportOf> =>
  reportOf(target, "--rollouts", log, ...args);

describe("rollouts of a log", () => {
  it("this library's own verifier earned what the log says, and has no fault", () => {
    const report = ask("accuracy");
    expect(report).toMatchObject({ code: 0, verdict: "pass", findings: [], rollouts: { count: 12 } });
    expect(report.rollouts?.rates.G1).toMatchObject({ count: 0, of: 12 });
  });

  it("a stale score is a finding, which a baseline makes a known one", () => {
    const stale = writeLog("stale.jsonl", true);
    const known = join(folder, "known.json");
    expect(audit("accuracy", "--rollouts", stale, "--format", "json", "-o", known).code).toBe(1);
    const report = reportOf("accuracy", "--rollouts", stale, "--baseline", known);
    expect(report).toMatchObject({ code: 0, findings: [{ law: "G1", known: true, actual: "0" }] });
  });

  it("a function of a module", () => {
    const { code, findings } = ask(`${fixture("audited.ts")}#substring`);
    expect(code).toBe(1);
    expect(findings.map(({ law }) => law)).toEqual(expect.arrayContaining(["G8"]));
  });

  it("a function in Python", () => {
    const report = ask(`python:${fixture("audited.py")}:plain`, "--cases", "60");
    expect(report.rollouts?.count).toBe(12);
    expect(report.calls).toBeGreaterThan(60);
  });

  it("a reward of a server", async () => {
    const server = new ListeningServer(["--http", "127.0.0.1:0"]);
    try {
      const url = await server.listening("url");
      expect(ask(`${url}#accuracy`)).toMatchObject({ code: 0, findings: [] });
    } finally {
      server.child.kill();
      await server.exit;
    }
  });

  it("of a reward for a format, scores, repetition and batches are asked", () => {
    const { coverage, code } = ask("think_format", "--score-field", "scores.accuracy");
    expect(Object.keys(coverage.laws)).toEqual(["G1", "G2", "G3"]);
    expect(code).toBe(1);
  });

  it("in Markdown, with the rate of each law", () => {
    const { stdout, stderr } = audit("accuracy", "--rollouts", log);
    expect(stdout).toContain("12 rollouts of a log");
    expect(stdout).toMatch(/\| Broken: a rollout earns what the log says +\| 0\.0 % \(/);
    expect(stderr).toContain("score = scores.accuracy");
  });

  it("refuses what cannot be meant", () => {
    expect(audit("accuracy", "--rollouts", log, "--kinds", "integer").stderr).toContain("--kinds: not with");
    expect(audit("accuracy", "--max-rollouts", "3")).toMatchObject({ code: 2 });
    expect(audit("accuracy", "--rollouts", join(folder, "none.jsonl"))).toMatchObject({
      code: 2,
      stdout: "",
    });
    writeFileSync(join(folder, "torn.jsonl.gz"), readFileSync(log).subarray(0, 100));
    expect(audit("accuracy", "--rollouts", join(folder, "torn.jsonl.gz"))).toMatchObject({ code: 2 });
    writeFileSync(join(folder, "empty.jsonl"), "");
    expect(audit("accuracy", "--rollouts", join(folder, "empty.jsonl")).stderr).toContain("has no rollout");
  });
});
