import { describe, expect, it } from "vitest";
import { verify } from "../../../src/math/index.js";

describe("verify", () => {
  it("decides by equal text first", () => {
    expect(verify({ reference: "x+1", completion: "\\boxed{$x + 1$}" }).verdict).toEqual({
      status: "correct",
      by: "normalized_text",
    });
  });

  it("decides by exact value where both are numbers", () => {
    const reference = "\\boxed{\\frac{1}{2}}";
    expect(verify({ reference, completion: "\\boxed{0.5}" }).verdict).toEqual({
      status: "correct",
      by: "exact_value",
    });
    expect(verify({ reference, completion: "\\boxed{0.50001}" }).verdict).toEqual({
      status: "incorrect",
      by: "exact_value",
    });
  });

  it("is incorrect where no tier decides", () => {
    expect(verify({ reference: "x+1", completion: "\\boxed{x+2}" }).verdict).toEqual({
      status: "incorrect",
      by: "no_tier",
    });
  });

  it("says what was judged", () => {
    expect(verify({ reference: "42", completion: "It is \\boxed{41}." }).extracted).toEqual({
      text: "41",
      span: { start: 13, end: 15 },
      method: "boxed",
    });
  });

  it.each(["It is 42.", "", "\\boxed{}", "\\boxed{$$}", "<think>\\boxed{42}"])(
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
});
