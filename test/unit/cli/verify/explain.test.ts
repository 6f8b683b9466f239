import { describe, expect, it } from "vitest";
import { describeExplanation } from "../../../../src/cli/verify/explain.js";

const reference = { text: "\\frac12", latex: "\\frac{1}{2}", canonical: "1/2", failure: null };

describe("describeExplanation", () => {
  it("shows what was found, how it was read, who decided, and the verdict", () => {
    const text = describeExplanation({
      verdict: { status: "correct", by: "exact_value" },
      extracted: { text: "0.5", span: { start: 7, end: 10 }, method: "boxed" },
      reference,
      candidate: { text: "0.5", latex: "0.5", canonical: "1/2", failure: null },
      tiers: [
        { name: "normalized_text", outcome: "undecided" },
        { name: "words", outcome: "undecided" },
        { name: "exact_value", outcome: "equal" },
      ],
    });
    expect(text).toBe(
      [
        "reference    \\frac12",
        "  as LaTeX   \\frac{1}{2}",
        "  canonical  1/2",
        "extracted    0.5   (in the last \\boxed{}, characters 7 to 10)",
        "candidate    0.5",
        "  as LaTeX   0.5",
        "  canonical  1/2",
        "undecided    normalized_text, words",
        "equal        exact_value",
        "verdict      correct, decided by exact_value",
      ].join("\n"),
    );
  });

  it("says what failed", () => {
    const text = describeExplanation({
      verdict: { status: "undetermined", fault: "reference", reason: "unparsable" },
      extracted: null,
      reference: { text: "\\frac", latex: null, canonical: null, failure: "an argument is missing" },
      candidate: null,
      tiers: [],
    });
    expect(text).toBe(
      [
        "reference    \\frac",
        "  not read   an argument is missing",
        "extracted    nothing",
        "verdict      undetermined: the reference is at fault (unparsable)",
      ].join("\n"),
    );
  });
});
