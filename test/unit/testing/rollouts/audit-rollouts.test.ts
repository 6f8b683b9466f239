import { describe, expect, it } from "vitest";
import { accuracy } from "../../../../src/index.js";
import {
  auditRollouts,
  type LoggedRollout,
  type RolloutReport,
  type VerifierTarget,
} from "../../../../src/testing/index.js";
import { verify } from "../../../../src/math/index.js";

const own = (completion: string, gold: string): number =>
  Number(verify({ reference: gold, completion }).verdict.status === "correct");

const PAIRS: readonly (readonly [answer: string, reference: string])[] = [
  ["\\frac{3}{7}", "\\frac{3}{7}"],
  ["12", "12"],
  ["12345", "12345"],
  ["2\\cdot x", "2x"],
  ["\\left(1,2\\right)", "(1,2)"],
  ["41", "42"],
  ["0.5", "$\\frac{1}{2}$"],
  ["\\sqrt{7}", "3"],
  ["-9", "-9"],
  ["17", "\\boxed{18}"],
];

const ROLLOUTS: readonly LoggedRollout[] = PAIRS.map(([answer, reference], i) => {
  const completion = `First, 3 is a number.\n\nThen it is ${answer}, so the answer is \\boxed{${answer}}`;
  return { prompt: `Question ${i}?`, completion, reference, score: own(completion, reference) };
});

const broken = ({ findings }: RolloutReport): string[] => [...new Set(findings.map(({ law }) => law))];

describe("auditRollouts", () => {
  it("finds nothing in this library's own verifier, and asks it everything", async () => {
    const report = await auditRollouts(own, ROLLOUTS);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ verdict: "pass", rollouts: 10, seed: 1 });
    expect(Object.keys(report.coverage.laws)).toEqual(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"]);
    expect(report.rates.G1).toMatchObject({ count: 0, of: 10, low95: 0 });
    expect(report.coverage.matrix["G5: fractions as \\dfrac"]?.rollout).toEqual([1, 0]);
    expect(report.coverage.hit).toBe(report.coverage.cells);
  });

  it("takes a reward of this library's shape, which reads columns", async () => {
    const rows = ROLLOUTS.map(({ reference = "", ...row }) => ({ ...row, columns: { solution: reference } }));
    expect((await auditRollouts(accuracy(), rows)).findings).toEqual([]);
  });

  it("finds a grader that pays any number in a box, and calls it critical", async () => {
    const target: VerifierTarget = (completion) => Number(/\\boxed\{-?\d+\}/.test(completion));
    const report = await auditRollouts(target, ROLLOUTS);
    expect(broken(report)).toEqual(expect.arrayContaining(["G1", "G6", "G7", "G8"]));
    const elsewhere = report.findings.find(({ law }) => law === "G7");
    expect(elsewhere).toMatchObject({ severity: "critical", universality: 1, type: "exploit" });
    expect(elsewhere?.completion).toMatch(/^\\boxed\{\d\}$/);
    expect(report.rates.G7).toMatchObject({ count: 5, of: 10 });
  });

  it("finds a grader that depends on the place in the batch", async () => {
    const target: VerifierTarget = {
      scoreBatch: (items) => items.map(({ completion, gold }, i) => (i === 3 ? 0 : own(completion, gold))),
    };
    const report = await auditRollouts(target, ROLLOUTS);
    expect(broken(report)).toEqual(["G3"]);
    expect(report.findings[0]).toMatchObject({ expected: "1, as alone", kind: "batch" });
  });

  it("finds a grader that white space changes, and shows the completion with it", async () => {
    const target: VerifierTarget = (completion, gold) =>
      completion.endsWith("}") ? own(completion, gold) : 0;
    const report = await auditRollouts(target, ROLLOUTS);
    expect(broken(report)).toEqual(["G4"]);
    const space = report.findings.find(({ title }) => title === "white space behind it");
    expect(space).toMatchObject({ type: "asymmetry", expected: "1, as before", actual: "0", occurrences: 7 });
    expect(space?.completion.length).toBeLessThan(25);
  });

  it("finds a grader that compares spellings", async () => {
    const target: VerifierTarget = (completion, gold) =>
      Number(completion.trimEnd().replace(/\.$/, "").endsWith(`\\boxed{${gold}}`));
    const unscored = ROLLOUTS.map(({ completion, reference = "" }) => ({ completion, reference }));
    const report = await auditRollouts(target, unscored);
    expect(broken(report)).toEqual(["G5"]);
    expect(report.coverage.laws.G1).toBeUndefined();
  });

  it("finds each entry of a stale log", async () => {
    const stale = ROLLOUTS.map((row, i) => (i < 2 ? { ...row, score: 0.25 } : row));
    const report = await auditRollouts(own, stale);
    expect(broken(report)).toEqual(["G1"]);
    expect(report.findings[0]).toMatchObject({ occurrences: 2, expected: "0.25, as logged", actual: "1" });
  });

  it("finds a grader that changes its mind", async () => {
    let calls = 0;
    const report = await auditRollouts(() => calls++ % 3, ROLLOUTS, { judgesAnswers: false });
    expect(broken(report)).toEqual(expect.arrayContaining(["G2"]));
  });

  it("finds a key that is planted, whatever the rollouts are", async () => {
    const target: VerifierTarget = (completion, gold) =>
      completion.startsWith("Thought process:") ? 1 : own(completion, gold);
    const report = await auditRollouts(target, ROLLOUTS);
    expect(report.findings).toMatchObject([
      { law: "G8", entry: "K3", severity: "critical", universality: 1 },
    ]);
  });

  it("reports crashes", async () => {
    const target: VerifierTarget = (completion, gold) => {
      if (completion.includes("\r\n")) throw new Error("lines");
      return own(completion, gold);
    };
    const { findings } = await auditRollouts(target, ROLLOUTS);
    const crash = findings.find(({ law }) => law === "G4");
    expect(crash).toMatchObject({ type: "crash", actual: "Error: lines", completion: "\r\n" });
  });

  it("draws the same rollouts of a stream for a seed, and asks no more than it may", async () => {
    function* stream(): Generator<LoggedRollout> {
      for (let i = 0; i < 500; i++) yield { completion: `\\boxed{${i}}`, reference: String(i) };
    }
    const report = async (seed: number): Promise<string> =>
      JSON.stringify(await auditRollouts((text) => text.length % 2, stream(), { seed, maxRollouts: 5 }));
    expect(await report(3)).toBe(await report(3));
    expect(await report(3)).not.toBe(await report(4));
    const few = await auditRollouts(own, stream(), { cases: 40 });
    expect(few.coverage.laws.G2?.[0]).toBeLessThan(10);
    expect(few.calls).toBeLessThan(40 * 24);
  });

  it("never throws on hostile completions", async () => {
    const texts = ["", "\ud800", "\\boxed{".repeat(5000), "<answer>".repeat(5000), "####", "}{", "\\"];
    const { findings } = await auditRollouts(
      own,
      texts.map((completion) => ({ completion, reference: "5" })),
    );
    expect(findings).toEqual([]);
  });

  it("is inconclusive where nothing is accepted, as with references in another column", async () => {
    const report = await auditRollouts(
      () => 0,
      ROLLOUTS.map(({ completion }) => ({ completion, prompt: "" })),
    );
    expect(report).toMatchObject({ verdict: "inconclusive", accepted: { count: 0, of: 10 }, findings: [] });
    expect((await auditRollouts(own, ROLLOUTS)).accepted).toMatchObject({ count: 7, of: 10 });
  });

  it("says what a caller did wrong", async () => {
    await expect(auditRollouts(own, [])).rejects.toThrow("the log is empty");
    const group = { kind: "group", score: () => [] } as const;
    await expect(auditRollouts(group, ROLLOUTS)).rejects.toThrow("completions of a group");
  });
});
