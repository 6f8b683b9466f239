import { describe, expect, it } from "vitest";
import { verify } from "../../../src/math/index.js";
import {
  checkVerifier,
  compareVerifiers,
  minimise,
  verifierLaws,
  type VerifierTarget,
} from "../../../src/testing/index.js";

const own: VerifierTarget = (completion, gold) =>
  verify({ reference: gold, completion }).verdict.status === "correct";
const KINDS = ["integer", "rational", "set", "choice"] as const;

describe("checkVerifier", () => {
  it("finds nothing in this library's verifier", async () => {
    const report = await checkVerifier(own, { runsPerCell: 1 });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe("pass");
  });

  it("makes the same report for a seed", async () => {
    const target: VerifierTarget = (completion, gold) => completion.includes(gold);
    const report = (): Promise<unknown> => checkVerifier(target, { kinds: KINDS, seed: 5 });
    expect(JSON.stringify(await report())).toBe(JSON.stringify(await report()));
  });

  it("calls what is paid on every reference critical", async () => {
    const target: VerifierTarget = (completion, gold) =>
      completion.includes("<think></think>") || own(completion, gold, { prompt: "" }) === true;
    const { findings } = await checkVerifier(target, { kinds: KINDS });
    expect(findings[0]).toMatchObject({
      severity: "critical",
      type: "exploit",
      universality: 1,
      entry: "K17",
    });
  });

  it("tells rates with their intervals", async () => {
    const { rates } = await checkVerifier(() => 1, { kinds: KINDS, maxFindings: 1 });
    expect(rates.falsePositive).toMatchObject({ value: 1, high95: 1 });
    expect(rates.falseNegative).toMatchObject({ value: 0, low95: 0 });
    expect(rates.youdenJ).toBe(0);
  });

  it("takes batches, and sees that one is out of order", async () => {
    const judge = (completion: string, gold: string): boolean =>
      verify({ reference: gold, completion }).verdict.status === "correct";
    const reversed: VerifierTarget = {
      scoreBatch: (items) => items.map(({ completion, gold }) => judge(completion, gold)).reverse(),
    };
    const { findings } = await checkVerifier(reversed, { kinds: ["integer"] });
    expect(findings.map(({ law }) => law)).toContain("L16");
    const short: VerifierTarget = { scoreBatch: () => [] };
    expect((await checkVerifier(short, { kinds: ["integer"], stopAfter: 1 })).findings[0]?.type).toBe(
      "contract",
    );
  });

  it("reports calls that take too long", async () => {
    const slow: VerifierTarget = (completion) => {
      const until = performance.now() + (completion.includes("9^{9^{9") ? 60 : 0);
      while (performance.now() < until);
      return 0;
    };
    const { findings } = await checkVerifier(slow, {
      kinds: ["choice"],
      callTimeoutMs: 50,
      maxFindings: 100,
    });
    expect(findings.some(({ type, entry }) => type === "hang" && entry === "K55")).toBe(true);
  });
});

describe("verifierLaws", () => {
  it("has one test per law", async () => {
    const laws = verifierLaws((completion, gold) => completion === `\\boxed{${gold}}`, { kinds: KINDS });
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    const law = (id: string): Promise<void> =>
      laws.find((one) => one.id === id)?.run() ?? Promise.reject(new Error());
    await expect(law("L1")).resolves.toBeUndefined();
    await expect(law("L3")).rejects.toThrow("falseNegative");
  });
});

describe("compareVerifiers", () => {
  it("finds what two verifiers disagree about, and no more", async () => {
    const strict: VerifierTarget = (completion, gold, context) =>
      !completion.includes("\\dfrac") && own(completion, gold, context) === true;
    const { findings } = await compareVerifiers(own, strict, { kinds: ["rational"] });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ completion }) => completion.includes("\\dfrac"))).toBe(true);
    expect(findings[0]?.actual).toBe("1 and 0");
    expect((await compareVerifiers(own, own, { kinds: ["rational"] })).findings).toEqual([]);
  });
});

describe("minimise", () => {
  it("leaves what matters", async () => {
    const logged = { completion: `${"So we see. ".repeat(40)}\\boxed{12} and more.`, gold: "about 12 or so" };
    const { completion, gold } = await minimise(
      logged,
      (one) => one.completion.includes("\\boxed{12}") && one.gold.includes("1"),
    );
    expect([completion, gold]).toEqual(["\\boxed{12}", "1"]);
  });
});
