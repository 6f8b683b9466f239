import { afterAll, describe, expect, it } from "vitest";
import type * as Math from "../../src/math/index.js";
import type * as Rewards from "../../src/index.js";

// The engines' thread is a file of the built package.
const dist = (file: string): string => new URL(`../../dist/${file}`, import.meta.url).href;
const { closeEngines, verifyAnswer, verifyWithEngines } = (await import(
  dist("math/index.js")
)) as typeof Math;
const { accuracy, scoreGroups } = (await import(dist("index.js"))) as typeof Rewards;

afterAll(closeEngines);

describe("verifyWithEngines", () => {
  it.each([
    { reference: "5", answer: "5.0" },
    { reference: "5", answer: "6" },
    { reference: "5", answer: "" },
    { reference: "", answer: "5" },
  ])("judges %j as verifyAnswer does", async ({ reference, answer }) => {
    expect(await verifyWithEngines({ reference, answer })).toEqual(verifyAnswer({ reference, answer }));
  });

  it("never takes what the engines cannot prove", async () => {
    const pair = { reference: "\\int_0^1 x^x\\,dx", answer: "\\int_0^1 x^{2x}\\,dx" };
    expect((await verifyWithEngines(pair)).verdict.status).toBe("incorrect");
  });

  it("gives up at the deadline", async () => {
    const verdict = await verifyWithEngines(
      { reference: "(x+y+z)^{60}", answer: "(x+y+z)^{30}(x+y+z)^{29}(x+y+z+1-1)" },
      { deadlineMs: 200 },
    );
    expect(["correct", "incorrect"]).toContain(verdict.verdict.status);
  });

  it("carries nothing from one question to the next", async () => {
    for (const answer of ["f(x):=x^2", "x:=5", "x=5"]) {
      await verifyWithEngines({ reference: "\\int_0^x t^t\\,dt", answer });
      expect((await verifyWithEngines({ reference: "6", answer: "x+1" })).verdict.status).toBe("incorrect");
    }
  });
});

describe("accuracy with engines", () => {
  it("scores as without them where the tiers decide", async () => {
    const groups = [{ columns: { solution: "\\frac12" }, completions: ["\\boxed{0.5}", "\\boxed{0.6}", ""] }];
    const { scores } = await scoreGroups(groups, accuracy({ engines: true }));
    expect(scores.accuracy).toEqual([[1, 0, 0]]);
  });

  it("waits for the engines where they do not", async () => {
    const groups = [
      { columns: { solution: "\\int_0^1 x^x\\,dx" }, completions: ["\\boxed{\\int_0^1 t^{2t}\\,dt}"] },
    ];
    const { scores, verdicts } = await scoreGroups(groups, accuracy({ engines: true }));
    expect(scores.accuracy).toEqual([[0]]);
    expect(verdicts.accuracy).toEqual([[{ status: "incorrect", by: "unproven" }]]);
  });
});
