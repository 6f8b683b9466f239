import { describe, expect, it, vi } from "vitest";
import { verify } from "../../../src/math/index.js";
import {
  checkVerifier,
  compareVerifiers,
  inferPolicy,
  minimise,
  type Outcome,
  verifierLaws,
  type VerifierItem,
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
    const { rates } = await checkVerifier(() => 1, { kinds: KINDS, maxShrunk: 1 });
    expect(rates.falsePositive).toMatchObject({ value: 1, high95: 1 });
    expect(rates.falseNegative).toMatchObject({ value: 0, low95: 0 });
    expect(rates.youdenJ.value).toBe(0);
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
      maxShrunk: 100,
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

describe("the laws of conduct", () => {
  const laws = async (target: VerifierTarget): Promise<readonly string[]> => {
    const { findings } = await checkVerifier(target, { kinds: ["integer"], shrinkEvaluations: 0 });
    return findings.map(({ law, type }) => `${law} ${type}`);
  };

  it("L4: tells a wrong answer that counts in one spelling alone", async () => {
    const spelt: VerifierTarget = (completion, gold) =>
      completion.includes("+") || own(completion, gold, { prompt: "" }) === true;
    const law = verifierLaws(spelt, { kinds: ["integer"], runsPerCell: 100 }).find(({ id }) => id === "L4");
    await expect(law?.run()).rejects.toThrow("as the other spelling");
  });

  it("L6: tells tolerances that add up", async () => {
    const number = (text: string): number => Number(/-?\d+(?:\.\d+)?/.exec(text)?.[0]);
    const target: VerifierTarget = (completion, gold) =>
      Math.abs(number(completion) - number(gold)) <= 0.0101 * Math.abs(number(gold)) ||
      own(completion, gold, { prompt: "" }) === true;
    expect(await laws(target)).toContain("L6 asymmetry");
  });

  it("L14: tells what prints, and what changes its lists", async () => {
    const prints: VerifierTarget = (completion, gold, context) => {
      console.log("judged");
      return own(completion, gold, context);
    };
    const printed = vi.spyOn(console, "log").mockReturnValue();
    expect(new Set(await laws(prints))).toEqual(new Set(["L14 contract"]));
    printed.mockRestore();
    const changes: VerifierTarget = {
      scoreBatch: (items) => {
        const scores = items.map(({ completion, gold }) => own(completion, gold, { prompt: "" }) === true);
        (items as unknown[]).length = 0;
        return scores;
      },
    };
    expect(await laws(changes)).toContain("L14 contract");
  });

  it("L15: tells scores beyond the declared range", async () => {
    const doubled: VerifierTarget = (completion, gold) =>
      own(completion, gold, { prompt: "" }) === true ? 2 : 0;
    expect(await laws(doubled)).toContain("L1 contract");
    const { findings } = await checkVerifier(doubled, { kinds: ["integer"], policy: { range: [0, 2] } });
    expect(findings).toEqual([]);
  });

  it("L17: tells time that grows faster than the text", async () => {
    const slow: VerifierTarget = (completion, gold) => {
      const steps = completion.startsWith("{{") ? (completion.length / 32) ** 2 : 0;
      let sum = 0;
      for (let i = 0; i < steps; i++) sum = (sum + i) % 1_000_003;
      if (sum < 0) return null;
      return own(completion, gold, { prompt: "" });
    };
    const law = verifierLaws(slow, { kinds: ["integer"], callTimeoutMs: 60_000 }).find(
      ({ id }) => id === "L17",
    );
    await expect(law?.run()).rejects.toThrow("time that grows faster");
  });

  it("L17: ends before a pattern that backtracks is asked what it would never answer", async () => {
    const words = /^(?:\w+\s?)*$/;
    const target: VerifierTarget = (completion, gold) =>
      !words.test(completion) && own(completion, gold, { prompt: "" }) === true;
    const { findings } = await checkVerifier(target, { callTimeoutMs: 100 });
    expect(findings).toMatchObject([{ law: "L17", type: "hang" }]);
    expect(findings[0]?.completion.length).toBeLessThan(100);
  });

  it("L13: tells calls that mix their questions up", async () => {
    let asked = "";
    const target: VerifierTarget = async (completion, gold) => {
      asked = gold;
      await Promise.resolve();
      return own(completion, asked, { prompt: "" });
    };
    const { findings } = await checkVerifier(target, { kinds: KINDS });
    expect(findings.map(({ title }) => title)).toEqual(["calls at the same time"]);
  });

  it("L18: tells what a strict verifier accepts, and a lenient one does not", async () => {
    const options = { kinds: ["rational"], relation: "implies", shrinkEvaluations: 20 } as const;
    const strict: VerifierTarget = (completion, gold) => completion === `\\boxed{${gold}}`;
    expect((await compareVerifiers(strict, own, options)).findings).toEqual([]);
    const { findings } = await compareVerifiers(own, strict, options);
    expect(new Set(findings.map(({ law }) => law))).toEqual(new Set(["L18"]));
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

describe("how much is tried", () => {
  it("is told by a number of cases, from all over the catalogue", async () => {
    const { coverage, calls } = await checkVerifier(own, { kinds: KINDS, cases: 60 });
    const drawn = Object.values(coverage.laws).reduce((sum, [count]) => sum + count, 0);
    expect(drawn).toBe(60);
    expect(calls).toBeGreaterThanOrEqual(60);
    expect(Object.entries(coverage.laws).filter(([, [count]]) => count > 0).length).toBeGreaterThan(5);
  });

  it("says that too few say nothing", async () => {
    expect((await checkVerifier(own, { kinds: KINDS, cases: 60 })).verdict).toBe("inconclusive");
  });

  it("waits for few hangs to shorten those that it found", async () => {
    const outcomeOf = ({ completion }: VerifierItem): Outcome =>
      completion.includes("+") ? { type: "hang" } : { type: "score", score: 0 };
    const target: VerifierTarget = {
      lanes: 1,
      listLength: 1,
      judge: (questions) => Promise.resolve(questions.map(({ items }) => items.map(outcomeOf))),
    };
    const { findings } = await checkVerifier(target, {
      runsPerCell: 1,
      kinds: ["interval", "matrix", "tuple"],
    });
    const hangs = findings.filter(({ type }) => type === "hang");
    const evaluations = hangs.reduce((sum, { shrunk }) => sum + shrunk.evaluations, 0);
    expect(hangs.length).toBeGreaterThan(12);
    expect(evaluations).toBeLessThanOrEqual(2 * hangs.length);
  });

  it("ends with a verifier that hangs again and again", async () => {
    let calls = 0;
    const target: VerifierTarget = {
      lanes: 1,
      listLength: 1,
      judge: (questions) => {
        calls++;
        return Promise.resolve(questions.map(({ items }) => items.map(() => ({ type: "hang" as const }))));
      },
    };
    const { verdict } = await checkVerifier(target, { kinds: KINDS, shrinkEvaluations: 0 });
    expect(verdict).toBe("fail");
    expect(calls).toBeLessThan(30);
  });
});

describe("fingerprints", () => {
  it("name a fault whatever the seed", async () => {
    const target: VerifierTarget = (completion, gold) =>
      own(completion.replace("-", ""), gold, { prompt: "" });
    const ids = async (seed: number): Promise<readonly string[]> =>
      (await checkVerifier(target, { kinds: ["integer"], seed, shrinkEvaluations: 0 })).findings
        .filter(({ law }) => law === "L21")
        .map(({ id }) => id);
    expect(await ids(1)).toEqual(await ids(2));
    expect((await ids(1)).length).toBe(1);
  });
});

describe("inferPolicy", () => {
  it("finds where answers and references stand", async () => {
    const tagged: VerifierTarget = (completion, gold) => {
      const answer = /<answer>(.*)<\/answer>/.exec(completion)?.[1] ?? "";
      return gold.startsWith("$") && `$${answer}$` === gold;
    };
    expect(await inferPolicy(tagged, { threshold: 0.5 })).toEqual({
      reference: "dollars",
      extraction: ["answer-tag"],
    });
    const signed: VerifierTarget = (completion, gold) => (completion === `\\boxed{${gold}}` ? 1 : -1);
    expect(await inferPolicy(signed, { threshold: 0.5 })).toMatchObject({ range: [-1, 1] });
    expect(await inferPolicy(() => 1, { threshold: 0.5 })).toEqual({});
  });
});
