import { describe, expect, it } from "vitest";
import { explainVerdict, verify, verifyAnswer } from "../../../src/math/index.js";

describe("explainVerdict", () => {
  it("says how both sides were read, and what each tier said", () => {
    const explanation = explainVerdict({ reference: "(x+1)^2", completion: "So \\boxed{x^2+2x+1}." });
    expect(explanation.verdict).toEqual({ status: "correct", by: "canonical_form" });
    expect(explanation.extracted?.text).toBe("x^2+2x+1");
    expect(explanation.candidate).toMatchObject({ text: "x^2+2x+1", failure: null });
    expect(explanation.reference.canonical).toBe(explanation.candidate?.canonical);
    expect(explanation.tiers.at(0)).toEqual({ name: "normalized_text", outcome: "undecided" });
    expect(explanation.tiers.at(-1)).toEqual({ name: "canonical_form", outcome: "equal" });
  });

  it("says why a side was not read", () => {
    const { candidate, verdict } = explainVerdict({ reference: "5", answer: "x)^(y" });
    expect(verdict).toEqual({ status: "incorrect", by: "unparsable" });
    expect(candidate).toMatchObject({ latex: null, canonical: null });
    expect(candidate?.failure).toMatch(/^[a-z_]+$/);
  });

  it("has no candidate where there is no answer", () => {
    expect(explainVerdict({ reference: "5", completion: "" })).toMatchObject({
      candidate: null,
      extracted: null,
      tiers: [],
    });
  });

  it("judges as verify and verifyAnswer do", () => {
    const pair = { reference: "\\frac12", completion: "The answer is 0.5." };
    const { verdict, extracted } = explainVerdict(pair);
    expect({ verdict, extracted }).toEqual(verify(pair));
    const bare = { reference: "\\frac12", answer: "0.6" };
    expect(explainVerdict(bare).verdict).toEqual(verifyAnswer(bare).verdict);
  });
});
