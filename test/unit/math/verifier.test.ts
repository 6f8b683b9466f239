import { describe, expect, it } from "vitest";
import { RewardError } from "../../../src/index.js";
import { createVerifier, verify, verifyAnswer } from "../../../src/math/index.js";

describe("verify", () => {
  it.each([
    ["x+1", "\\boxed{$x + 1$}", "normalized_text"],
    ["\\boxed{\\frac{1}{2}}", "\\boxed{0.5}", "exact_value"],
    ["So it is \\boxed{(x+1)^2}.", "\\boxed{x^2+2x+1}", "canonical_form"],
    ["#### 42", "The answer is 42.", "normalized_text"],
    ["B", "I think it's B", "normalized_text"],
    ["3,5", "The roots are $\\boxed{3}$ and $\\boxed{5}$.", "normalized_text"],
    ["10 meters", "It is $\\boxed{ 10 }$ meters.", "quantity"],
  ])("judges %j against %j by %s", (reference, completion, by) => {
    expect(verify({ reference, completion }).verdict).toEqual({ status: "correct", by });
  });

  it("says what was judged, and where it stands", () => {
    const completion = "It is \\boxed{41}.";
    const { extracted, verdict } = verify({ reference: "42", completion });
    expect(verdict).toEqual({ status: "incorrect", by: "exact_value" });
    expect(extracted).toMatchObject({ text: "41", method: "boxed" });
    expect(completion.slice(extracted?.span.start, extracted?.span.end)).toContain("41");
  });

  it.each(["There are 42 of them.", "", "\\boxed{}", "\\boxed{$$}", "<think>\\boxed{42}"])(
    "finds the candidate at fault in %j",
    (completion) => {
      expect(verify({ reference: "42", completion }).verdict).toEqual({
        status: "undetermined",
        fault: "candidate",
        reason: "no_answer",
      });
    },
  );

  it.each(["", "  ", "$$", "\\boxed{}", "The answer is \\boxed{}."])(
    "finds the reference at fault in %j, whatever the completion",
    (reference) => {
      for (const completion of ["\\boxed{42}", "\\boxed{}", ""]) {
        expect(verify({ reference, completion }).verdict).toEqual({
          status: "undetermined",
          fault: "reference",
          reason: "empty",
        });
      }
    },
  );

  it("finds a reference at fault that cannot be read, unless it is repeated", () => {
    const reference = "\\frac{1}{";
    const unreadable = `${"(".repeat(300)}${"x+(".repeat(300)}`;
    expect(verify({ reference: unreadable, completion: "\\boxed{5}" }).verdict).toMatchObject({
      fault: "reference",
    });
    expect(verifyAnswer({ reference: unreadable, answer: unreadable }).verdict.status).toBe("correct");
    expect(verifyAnswer({ reference, answer: reference }).verdict.status).toBe("correct");
  });

  it("finds no fault in a reference because the answer cannot be read", () => {
    expect(verify({ reference: "5", completion: "\\boxed{x)^(y}" }).verdict.status).toBe("incorrect");
  });

  it.each([
    ["2^{((999983+0.5)^{12})^{12}}", "3"],
    ["x + y\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "2x - \\begin{pmatrix} (1, 2) & 1 \\end{pmatrix}"],
    ["\\det\\begin{pmatrix} e^{10^9} & 1 \\\\ 2 & 1 \\end{pmatrix}", "x"],
    ["\\begin{pmatrix} k & 1 \\\\ 2 & n \\end{pmatrix}".repeat(60), "k"],
  ])("comes to an end with %j against %j", (reference, answer) => {
    expect(verifyAnswer({ reference, answer }).verdict.status).toBe("incorrect");
  });

  it("compares lists of a hundred items, and gives up on those whose items are costly", () => {
    const list = (item: (k: number) => string): string =>
      Array.from({ length: 100 }, (_, k) => item(k)).join(", ");
    const numbers = { reference: list((k) => `${k}/7`), answer: list((k) => `${99 - k}/7`) };
    expect(verifyAnswer(numbers).verdict).toEqual({ status: "correct", by: "collection" });
    const others = { reference: list((k) => `x_{${k}}`), answer: list((k) => `y_{${k}}`) };
    expect(verifyAnswer(others).verdict).toEqual({ status: "incorrect", by: "collection" });
    const costly = { reference: list((k) => `x_{${k}}`), answer: list((k) => `x_{${99 - k}} + 1`) };
    expect(verifyAnswer(costly).verdict.status).toBe("incorrect");
  });

  it("extracts as the options say", () => {
    const completion = "There are 42 of them.";
    expect(verify({ reference: "42", completion }, { extract: "expr" }).verdict.status).toBe("correct");
    expect(verify({ reference: "42", completion }, { extract: { lastNumber: true } }).verdict.status).toBe(
      "correct",
    );
  });
});

describe("an answer beside another one", () => {
  it.each([
    ["A", "**A** or **B**"],
    ["A", "**A** / **B**"],
    ["A", "The answer is (A). Or (B)."],
    ["C", "It's C, or maybe D"],
    ["B", "The answer is B. Alternatively, C."],
    ["12", "\\boxed{12}. Or 13."],
    ["12", "\\boxed{12} or maybe $13$."],
    ["12", "<answer>12</answer> or 13"],
    ["4", "\\boxed{4\\approx5}"],
  ])("is not %s in %j", (reference, completion) => {
    expect(verify({ reference, completion }).verdict.status).not.toBe("correct");
  });

  it.each([
    ["\\frac12", "\\boxed{\\frac12} or 0.5"],
    ["5\\sqrt2", "\\boxed{5\\sqrt{2}} or 7.07."],
    ["D", "D. It can't be A"],
    ["D", "The answer is D, not A or B."],
    ["A", "Either A or B could work, but the answer is A."],
    ["3.14", "\\boxed{\\pi\\approx3.14}"],
  ])("is %s in %j", (reference, completion) => {
    expect(verify({ reference, completion }).verdict.status).toBe("correct");
  });
});

describe("createVerifier", () => {
  it("judges as verify does, however often it has met the reference", () => {
    const verifier = createVerifier();
    for (let i = 0; i < 300; i++) {
      expect(verifier.verifyAnswer({ reference: `${i % 270}`, answer: `${i % 270}.0` }).verdict.status).toBe(
        "correct",
      );
      expect(verifier.verifyAnswer({ reference: "\\frac12", answer: "0.6" }).verdict.status).toBe(
        "incorrect",
      );
    }
  });

  it.each([
    [{ preset: "trlx" }, /no preset "trlx"; there are default, math-verify, trl, open-r1/],
    [{ unit: "optional" }, /no option "unit"; there are units, percent/],
    [{ units: "maybe" }, /units must be one of optional, required, ignored, not "maybe"/],
    [{ digits: -1 }, /digits must be a whole number of at least 0, not -1/],
    [{ extract: "all" }, /no preset "all"; there are latex, expr, string, default/],
  ])("refuses %j", (options, message) => {
    const make = (): unknown => createVerifier(options as object);
    expect(make).toThrow(RewardError);
    expect(make).toThrow(message);
  });
});

describe("partial credit", () => {
  const near = (reference: string, answer: string): unknown =>
    verifyAnswer({ reference, answer }, { partial: true }).partial;

  it.each([
    ["\\{1,2,3\\}", "\\{1,2,5\\}", { members: { matched: 2, of: 3 }, sign: false, unit: false }],
    ["1, 2", "2", { members: { matched: 1, of: 2 }, sign: false, unit: false }],
    ["\\frac12", "-\\frac12", { members: null, sign: true, unit: false }],
    ["5\\text{ m}", "5\\text{ s}", { members: null, sign: false, unit: true }],
    ["5", "7", { members: null, sign: false, unit: false }],
    ["5", "x)^(y", { members: null, sign: false, unit: false }],
  ])("of %s for %s is %j", (reference, answer, partial) => {
    expect(near(reference, answer)).toEqual(partial);
  });

  it("is given for wrong answers only, and only on request", () => {
    expect(near("5", "5")).toBeUndefined();
    expect(verifyAnswer({ reference: "5", answer: "6" })).not.toHaveProperty("partial");
  });
});
